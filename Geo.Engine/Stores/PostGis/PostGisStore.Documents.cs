using Geo.Engine.Features;
using Npgsql;

namespace Geo.Engine.Stores.PostGis;

/// <content>Grids, scenarios and manifests.</content>
public sealed partial class PostGisStore
{
    /// <inheritdoc/>
    public Task<StoredDocument?> FindDocumentAsync(string name, CancellationToken cancellation) => AskAsync(
        async connection =>
        {
            await using var command = new NpgsqlCommand("SELECT media_type, content FROM soctrang.documents WHERE name = $1", connection);
            command.Parameters.Add(new NpgsqlParameter { Value = name });
            await using var rows = await command.ExecuteReaderAsync(cancellation);
            return await rows.ReadAsync(cancellation) ? new StoredDocument(name, rows.GetString(0), rows.GetFieldValue<byte[]>(1)) : null;
        },
        cancellation);

    /// <inheritdoc/>
    public Task<string?> FindDocumentTagAsync(string name, CancellationToken cancellation) => AskAsync(
        async connection =>
        {
            await using var command = new NpgsqlCommand("SELECT sha256 FROM soctrang.documents WHERE name = $1", connection);
            command.Parameters.Add(new NpgsqlParameter { Value = name });
            return (string?)await command.ExecuteScalarAsync(cancellation);
        },
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ListDocumentsAsync(string prefix, CancellationToken cancellation) => AskAsync<IReadOnlyList<string>>(
        async connection =>
        {
            await using var command = new NpgsqlCommand("SELECT name FROM soctrang.documents WHERE starts_with(name, $1)", connection);
            command.Parameters.Add(new NpgsqlParameter { Value = prefix });
            await using var rows = await command.ExecuteReaderAsync(cancellation);
            var names = new List<string>();
            while (await rows.ReadAsync(cancellation))
                names.Add(rows.GetString(0));
            return [.. names.Order(StringComparer.Ordinal)];
        },
        cancellation);
}
