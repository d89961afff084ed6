using Geo.Engine.Features;

namespace Geo.Engine.Formats;

/// <summary>Writes a layer to a stream, feature by feature. A GeoPackage is a store: see <see cref="StoreCopy.Content"/>.</summary>
public static class LayerExport
{
    /// <summary>GeoJSON by RFC 7946: longitude and latitude in WGS 84, shells counter-clockwise.</summary>
    public static Task WriteGeoJsonAsync(Layer layer, IAsyncEnumerable<Feature> features, Stream target, CancellationToken cancellation) =>
        throw new NotSupportedException($"{layer} {features} {target} {cancellation}");

    /// <summary>CSV by RFC 4180: id, columns, then longitude and latitude of points or well-known text of anything else.</summary>
    public static Task WriteCsvAsync(Layer layer, IAsyncEnumerable<Feature> features, Stream target, CsvExportOptions options, CancellationToken cancellation) =>
        throw new NotSupportedException($"{layer} {features} {target} {options} {cancellation}");
}
