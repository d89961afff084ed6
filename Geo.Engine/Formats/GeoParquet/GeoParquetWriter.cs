using Geo.Engine.Features;
using Geo.Engine.Formats.Export;
using Parquet;
using Parquet.Schema;

namespace Geo.Engine.Formats.GeoParquet;

/// <summary>Fills row groups with features and writes each when it is full.</summary>
internal sealed class GeoParquetWriter : IAsyncDisposable
{
    private const int MostRows = 20_000;
    private const int MostBytes = 4 << 20;

    private readonly ParquetWriter _file;
    private readonly ParquetColumn[] _columns;
    private readonly GeoParquetMetadata? _metadata;
    private int _rows;
    private int _bytes;

    private GeoParquetWriter(ParquetWriter file, ParquetColumn[] columns, GeoParquetMetadata? metadata) => (_file, _columns, _metadata) = (file, columns, metadata);

    public static async Task<GeoParquetWriter> CreateAsync(LayerDefinition definition, ForwardStream target, CancellationToken cancellation)
    {
        var geometry = definition.GeometryKind == GeometryKind.None ? null : FreeName.Of("geometry", definition);
        ParquetColumn[] columns =
        [
            new ParquetColumn.Ids(FreeName.Of("id", definition)),
            .. definition.Properties.Select(ParquetColumn.Of),
            .. geometry is null ? [] : new[] { new ParquetColumn.Geometries(geometry) },
        ];
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Snappy };
        var file = await ParquetWriter.CreateAsync(new ParquetSchema(columns.Select(c => c.Field)), target, options, cancellationToken: cancellation);
        return new GeoParquetWriter(file, columns, geometry is null ? null : new GeoParquetMetadata(geometry, definition.System));
    }

    /// <summary>Takes a feature.</summary>
    public async Task AddAsync(Feature feature, CancellationToken cancellation)
    {
        foreach (var column in _columns)
            _bytes += column.Add(feature);
        _metadata?.Note(feature.Geometry);
        if (++_rows == MostRows || _bytes > MostBytes)
            await WriteGroupAsync(cancellation);
    }

    /// <summary>Writes the last row group; the metadata follow when this is disposed.</summary>
    public async Task FinishAsync(CancellationToken cancellation)
    {
        if (_rows > 0)
            await WriteGroupAsync(cancellation);
        if (_metadata is not null)
            _file.CustomMetadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["geo"] = _metadata.Write() };
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private async Task WriteGroupAsync(CancellationToken cancellation)
    {
        using var group = _file.CreateRowGroup();
        foreach (var column in _columns)
            await column.WriteAsync(group, cancellation);
        group.CompleteValidate();
        (_rows, _bytes) = (0, 0);
    }
}
