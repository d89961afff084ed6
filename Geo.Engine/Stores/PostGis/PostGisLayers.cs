using System.Collections.Concurrent;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Npgsql;
using NpgsqlTypes;

namespace Geo.Engine.Stores.PostGis;

/// <summary>The rows of <c>soctrang.layers</c>.</summary>
internal static class PostGisLayers
{
    /// <summary>A description by the digest of its text and as it was understood.</summary>
    private sealed record Description(string Digest, LayerDefinition Definition);

    /// <summary>The description of each layer that was seen last: every request asks for one, and few ever change.</summary>
    private static readonly ConcurrentDictionary<string, Description> Seen = new(StringComparer.Ordinal);

    /// <summary>Layers that are there.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="layerId">One of them; null for all.</param>
    /// <param name="isToBeEdited">Whether their rows are locked until the transaction ends.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task<List<Layer>> ReadAsync(NpgsqlConnection connection, string? layerId, bool isToBeEdited, CancellationToken cancellation)
    {
        await using var command = Select(connection, layerId, known: null, isToBeEdited);
        return await ReadAsync(command, known: null, cancellation);
    }

    /// <summary>One layer, by a statement that stays prepared; its description, which is long, comes only when it is not the one seen last.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="layerId">Its id.</param>
    /// <param name="isKept">Whether the connection keeps its statements.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task<Layer?> FindAsync(NpgsqlConnection connection, string layerId, bool isKept, CancellationToken cancellation)
    {
        var known = Seen.GetValueOrDefault(layerId);
        await using var command = Select(connection, layerId, known, isToBeEdited: false);
        if (isKept)
            await command.PrepareAsync(cancellation);
        var found = await ReadAsync(command, known, cancellation);
        return found.Count == 0 ? null : found[0];
    }

    private static NpgsqlCommand Select(NpgsqlConnection connection, string? layerId, Description? known, bool isToBeEdited)
    {
        var command = new NpgsqlCommand(
            $"""
            SELECT md5(definition), CASE WHEN md5(definition) = $1 THEN NULL ELSE definition END,
                   revision, feature_count, min_lon, min_lat, max_lon, max_lat, loaded_revision, layer_id
            FROM soctrang.layers WHERE table_name IS NOT NULL{(layerId is null ? "" : " AND layer_id = $2")}
            {(isToBeEdited ? "FOR NO KEY UPDATE" : "")}
            """,
            connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = known?.Digest ?? "" });
        if (layerId is not null)
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = layerId });
        return command;
    }

    private static async Task<List<Layer>> ReadAsync(NpgsqlCommand command, Description? known, CancellationToken cancellation)
    {
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var layers = new List<Layer>();
        while (await rows.ReadAsync(cancellation))
            layers.Add(Decode(rows, known));
        return layers;
    }

    private static Layer Decode(NpgsqlDataReader row, Description? known)
    {
        var extent = row.IsDBNull(4) ? (Extent?)null : new Extent(row.GetDouble(4), row.GetDouble(5), row.GetDouble(6), row.GetDouble(7));
        var definition = row.IsDBNull(1) ? known!.Definition : Understand(row.GetString(9), row.GetString(0), row.GetString(1)); // not null: only then the text is left out
        return new Layer(definition, row.GetInt64(2), row.GetInt64(3), extent) { LoadedRevision = row.GetInt64(8) };
    }

    private static LayerDefinition Understand(string layerId, string digest, string text)
    {
        if (Seen.TryGetValue(layerId, out var seen) && seen.Digest == digest)
            return seen.Definition;
        var definition = LayerDefinitionJson.Read(text);
        Seen[layerId] = new Description(digest, definition);
        return definition;
    }
}
