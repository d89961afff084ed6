using System.Runtime.InteropServices;
using Geo.Engine.Access;
using Geo.Engine.Features;
using Microsoft.Data.Sqlite;

namespace Geo.Engine.Stores.GeoPackage;

/// <summary>
/// Layers in a GeoPackage, the embedded default. Its own files are OGC GeoPackage 1.3 with R-trees, in WAL mode with <c>synchronous = FULL</c>;
/// a GeoPackage of any other program is served as it is, read-only where it cannot be written. SQLite answers on the caller's thread.
/// </summary>
/// <param name="path">File path; a file that does not exist is made.</param>
/// <param name="readOnly">True to never change the file; then it must exist.</param>
/// <param name="time">Clock for the dates of change in the file; the system's when null.</param>
public sealed partial class GeoPackageStore(string path, bool readOnly = false, TimeProvider? time = null) : IFeatureStore
{
    private readonly GeoPackageFile file = new(path, readOnly);
    private readonly SemaphoreSlim writing = new(1);

    /// <summary>
    /// Whether a load takes the file for itself as long as nobody else has it open: its pages are then written once, not into a journal first. Whoever comes
    /// meanwhile waits until it has ended. For commands, and files in the making; a server leaves it off.
    /// </summary>
    public bool LoadsAlone { get; init; }

    /// <inheritdoc/>
    public string Description => path;

    /// <inheritdoc/>
    public IKeyRing Keys => new GeoPackageKeyRing(file, this);

    /// <inheritdoc/>
    public IAuditLog Audit => new GeoPackageAuditLog(file, this);

    /// <inheritdoc/>
    public Task OpenAsync(CancellationToken cancellation)
    {
        file.Open(cancellation);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Layer>> ListLayersAsync(CancellationToken cancellation)
    {
        using var snapshot = file.BeginRead(cancellation);
        return Task.FromResult(snapshot.Catalog.Layers);
    }

    /// <summary>Tables that the file names as layers but that are not served, with the reason of each.</summary>
    public Task<IReadOnlyList<RefusedLayer>> ListRefusedLayersAsync(CancellationToken cancellation)
    {
        using var snapshot = file.BeginRead(cancellation);
        return Task.FromResult(snapshot.Catalog.Refused);
    }

    /// <inheritdoc/>
    public Task<Layer?> FindLayerAsync(string layerId, CancellationToken cancellation)
    {
        using var snapshot = file.BeginRead(cancellation);
        return Task.FromResult(snapshot.Catalog.Find(layerId)?.Layer);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Feature> ReadAsync(Layer layer, FeatureQuery query, CancellationToken cancellation) =>
        Stream(layer, query, cancellation).Select(r => r.ToFeature()).ToAsyncEnumerable();

    /// <inheritdoc/>
    public IAsyncEnumerable<FeatureRow> ReadRowsAsync(Layer layer, FeatureQuery query, CancellationToken cancellation) =>
        Stream(layer, query, cancellation).ToAsyncEnumerable();

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<long, IReadOnlyList<object?>>> FindValuesAsync(Layer layer, IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        using var snapshot = file.BeginRead(cancellation);
        var table = snapshot.Table(layer);
        var values = new Dictionary<long, IReadOnlyList<object?>>(ids.Count);
        var reader = new GeoPackageFeatureReader(snapshot.Connection, table);
        foreach (var id in ids)
        {
            cancellation.ThrowIfCancellationRequested();
            using var select = reader.SelectOne(id);
            using var rows = snapshot.Ask(_ => select.Command.ExecuteReader());
            if (snapshot.Ask(c => c.Next(rows)))
                values[id] = new GeoPackageRow(table, rows).Values;
        }
        return Task.FromResult<IReadOnlyDictionary<long, IReadOnlyList<object?>>>(values);
    }

    /// <inheritdoc/>
    public Task<Feature?> FindFeatureAsync(Layer layer, long featureId, CancellationToken cancellation)
    {
        using var snapshot = file.BeginRead(cancellation);
        var table = snapshot.Table(layer);
        using var select = new GeoPackageFeatureReader(snapshot.Connection, table).SelectOne(featureId);
        using var rows = snapshot.Ask(_ => select.Command.ExecuteReader());
        return Task.FromResult(snapshot.Ask(c => c.Next(rows)) ? new GeoPackageRow(table, rows).ToFeature() : null);
    }

    /// <inheritdoc/>
    public Task<long> CountAsync(Layer layer, FeatureQuery query, CancellationToken cancellation)
    {
        using var snapshot = file.BeginRead(cancellation);
        var table = snapshot.Table(layer);
        return Task.FromResult(CountInDatabase(snapshot, table, query) ?? Stream(snapshot, table, query with { AfterId = null, Offset = 0, Limit = null }, cancellation).LongCount());
    }

    /// <inheritdoc/>
    public Task<long?> CountInDatabaseAsync(Layer layer, FeatureQuery query, CancellationToken cancellation)
    {
        using var snapshot = file.BeginRead(cancellation);
        return Task.FromResult(CountInDatabase(snapshot, snapshot.Table(layer), query));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<long>> FindMilestonesAsync(Layer layer, int every, CancellationToken cancellation)
    {
        using var snapshot = file.BeginRead(cancellation);
        var table = snapshot.Table(layer);
        var id = SqlName.Quote(table.Columns.Id);
        var found = snapshot.Ask(c => c.Rows(
            $"SELECT {id} FROM (SELECT {id}, row_number() OVER (ORDER BY {id}) AS number FROM {table.Sql}) WHERE number % $every = 0", r => r.GetInt64(0), ("$every", every)));
        return Task.FromResult<IReadOnlyList<long>>(found);
    }

    /// <inheritdoc/>
    public Task ApplyAsync(StoreChange change, CancellationToken cancellation) => ChangeAsync(
        async writer =>
        {
            await WriteAsync(writer, change, cancellation);
            return true;
        },
        cancellation);

    /// <inheritdoc/>
    public Task<StoredDocument?> FindDocumentAsync(string name, CancellationToken cancellation)
    {
        using var snapshot = file.BeginRead(cancellation);
        var found = snapshot.Ask(c => !GeoPackageSchema.HasOwn(c) ? [] : c.Rows(
            "SELECT media_type, content FROM soctrang_documents WHERE name = $name",
            r => new StoredDocument(name, r.GetString(0), r.GetFieldValue<byte[]>(1)), ("$name", name)));
        return Task.FromResult(found.FirstOrDefault());
    }

    /// <inheritdoc/>
    public Task<string?> FindDocumentTagAsync(string name, CancellationToken cancellation)
    {
        using var snapshot = file.BeginRead(cancellation);
        var found = snapshot.Ask(c => !GeoPackageSchema.HasOwn(c) ? [] : c.Rows(
            "SELECT sha256 FROM soctrang_documents WHERE name = $name", r => r.GetString(0), ("$name", name)));
        return Task.FromResult(found.FirstOrDefault());
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> ListDocumentsAsync(string prefix, CancellationToken cancellation)
    {
        using var snapshot = file.BeginRead(cancellation);
        var names = snapshot.Ask(c => !GeoPackageSchema.HasOwn(c) ? [] : c.Rows(
            "SELECT name FROM soctrang_documents WHERE substr(name, 1, length($prefix)) = $prefix", r => r.GetString(0), ("$prefix", prefix)));
        return Task.FromResult<IReadOnlyList<string>>([.. names.Order(StringComparer.Ordinal)]);
    }

    /// <summary>Makes a file that no store has open any more whole in itself, so that it can be copied alone and read where nothing can be written.</summary>
    public static void FoldJournal(string path)
    {
        using var connection = GeoPackageConnection.Open(path, SqliteOpenMode.ReadWrite, isWriter: true);
        connection.Execute("PRAGMA journal_mode = DELETE");
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        file.Dispose();
        writing.Dispose();
        return ValueTask.CompletedTask;
    }

    private static long? CountInDatabase(GeoPackageSnapshot snapshot, GeoPackageTable table, FeatureQuery query)
    {
        var reader = new GeoPackageFeatureReader(snapshot.Connection, table);
        var matcher = reader.Matcher(query);
        if (query.Filter is null && matcher.OnlyEqualities && matcher.Equalities.Count == 0)
            return table.Layer.FeatureCount;
        using var count = reader.Count(query, matcher);
        return count is null ? null : snapshot.Ask(_ => (long)(count.ExecuteScalar() ?? 0L));
    }

    private IEnumerable<FeatureRow> Stream(Layer layer, FeatureQuery query, CancellationToken cancellation)
    {
        using var snapshot = file.BeginRead(cancellation);
        foreach (var row in Stream(snapshot, snapshot.Table(layer), query, cancellation))
            yield return row;
    }

    private static IEnumerable<FeatureRow> Stream(GeoPackageSnapshot snapshot, GeoPackageTable table, FeatureQuery query, CancellationToken cancellation)
    {
        var reader = new GeoPackageFeatureReader(snapshot.Connection, table);
        var matcher = reader.Matcher(query);
        using var select = reader.Select(query, matcher);
        using var rows = snapshot.Ask(_ => select.Command.ExecuteReader());
        var row = new GeoPackageRow(table, rows, reader.HasValues(query, matcher));
        var isEqual = reader.DecidesEqualities(matcher);
        var toSkip = reader.SkipsRows(query, matcher) ? 0 : query.Offset;
        for (var left = query.Limit ?? long.MaxValue; left > 0 && snapshot.Next(rows);)
        {
            cancellation.ThrowIfCancellationRequested();
            row.Move();
            if (!matcher.Matches(row, isEqual) || toSkip-- > 0)
                continue;
            left--;
            yield return row;
        }
    }

    /// <summary>One change in one transaction; it stays only when it says true, which is given back.</summary>
    internal async Task<bool> ChangeAsync(Func<GeoPackageConnection, Task<bool>> change, CancellationToken cancellation, bool isLoading = true)
    {
        await writing.WaitAsync(cancellation);
        try
        {
            using var writer = file.OpenWriter(isLoading, isLoading && LoadsAlone);
            writer.Watch(cancellation);
            // Without the COMMIT at its end, closing the connection takes everything back.
            writer.Execute("BEGIN IMMEDIATE");
            GeoPackageSchema.EnsureOwn(writer);
            if (!await change(writer))
                return false;
            cancellation.ThrowIfCancellationRequested();
            writer.Execute("COMMIT");
            writer.TryJournal("WAL");
            return true;
        }
        catch (SqliteException fault)
        {
            throw GeoPackageConnection.Translate(fault, path, cancellation);
        }
        finally
        {
            writing.Release();
        }
    }

    private async Task WriteAsync(GeoPackageConnection writer, StoreChange change, CancellationToken cancellation)
    {
        GeoPackageAuditLog.Append(writer, change, (time ?? TimeProvider.System).GetUtcNow());
        var catalog = new GeoPackageCatalogReader(writer, Path.GetFileName(path)).Read();
        var layers = new GeoPackageLayerWriter(writer, time ?? TimeProvider.System);
        foreach (var table in change.RemovedLayers.Distinct().Select(catalog.Find).OfType<GeoPackageTable>())
            layers.Remove(table);
        foreach (var content in change.Layers)
        {
            var isRemoved = change.RemovedLayers.Contains(content.Definition.Id);
            await layers.WriteAsync(content, isRemoved ? null : catalog.Find(content.Definition.Id), cancellation);
        }
        foreach (var document in change.Documents)
            Write(writer, document);
    }

    private static void Write(GeoPackageConnection writer, StoredDocument document)
    {
        var isWhole = MemoryMarshal.TryGetArray(document.Content, out var bytes) && bytes.Array is { } array && bytes.Count == array.Length;
        writer.Execute(
            "INSERT OR REPLACE INTO soctrang_documents (name, media_type, sha256, content) VALUES ($name, $type, $sha256, $content)",
            ("$name", document.Name), ("$type", document.MediaType), ("$sha256", document.Sha256), ("$content", isWhole ? bytes.Array : document.Content.ToArray()));
    }
}
