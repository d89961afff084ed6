using System.Collections.Concurrent;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Npgsql;
using NpgsqlTypes;

namespace Geo.Engine.Stores.PostGis;

/// <summary>The rows of <c>soctrang.layers</c>.</summary>
internal static class PostGisLayers
{
    /// <summary>The last description of each layer, as text and as it was understood: every request asks for one, and few ever change.</summary>
    private static readonly ConcurrentDictionary<string, (string Text, LayerDefinition Definition)> Known = new(StringComparer.Ordinal);

    /// <summary>Layers that are there.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="layerId">One of them; null for all.</param>
    /// <param name="isToBeEdited">Whether their rows are locked until the transaction ends.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task<List<Layer>> ReadAsync(NpgsqlConnection connection, string? layerId, bool isToBeEdited, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"""
            SELECT definition, revision, feature_count, min_lon, min_lat, max_lon, max_lat, loaded_revision, layer_id
            FROM soctrang.layers WHERE table_name IS NOT NULL AND ($1::text IS NULL OR layer_id = $1)
            {(isToBeEdited ? "FOR NO KEY UPDATE" : "")}
            """,
            connection);
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)layerId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var layers = new List<Layer>();
        while (await rows.ReadAsync(cancellation))
            layers.Add(Decode(rows));
        return layers;
    }

    private static Layer Decode(NpgsqlDataReader row)
    {
        var extent = row.IsDBNull(3) ? (Extent?)null : new Extent(row.GetDouble(3), row.GetDouble(4), row.GetDouble(5), row.GetDouble(6));
        return new Layer(Understand(row.GetString(8), row.GetString(0)), row.GetInt64(1), row.GetInt64(2), extent) { LoadedRevision = row.GetInt64(7) };
    }

    private static LayerDefinition Understand(string layerId, string text)
    {
        if (Known.TryGetValue(layerId, out var known) && known.Text == text)
            return known.Definition;
        var definition = LayerDefinitionJson.Read(text);
        Known[layerId] = (text, definition);
        return definition;
    }
}
