using Geo.Engine.Features;
using Geo.Engine.Formats.GeoParquet;

namespace Geo.Engine.Formats;

/// <summary>
/// GeoParquet 1.1: <c>id</c>, the columns, the geometry as ISO well-known binary, longitude or easting first. Features wait until a row group is full, the
/// metadata stand behind the last. A layer without geometry becomes plain Parquet.
/// </summary>
/// <remarks>Source: geoparquet.org, specification 1.1.0. The system of CRS84 is the default and left out, others stand as PROJJSON.</remarks>
public sealed class GeoParquetFormat() : FeatureFormat("parquet", "application/vnd.apache.parquet", ".parquet")
{
    /// <inheritdoc/>
    public override async Task WriteAsync(LayerContent content, Stream target, CancellationToken cancellation)
    {
        await using var file = new ForwardStream(target);
        await using var writer = await GeoParquetWriter.CreateAsync(content.Definition, file, cancellation);
        await foreach (var feature in content.Features.WithCancellation(cancellation))
            await writer.AddAsync(feature, cancellation);
        await writer.FinishAsync(cancellation);
    }
}
