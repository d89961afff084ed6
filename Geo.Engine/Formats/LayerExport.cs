using Geo.Engine.Features;
using Geo.Engine.Formats.Export;

namespace Geo.Engine.Formats;

/// <summary>Writes a layer to a stream, feature by feature, in WGS 84. A GeoPackage is a store: see <see cref="StoreCopy.Content"/>.</summary>
public static class LayerExport
{
    /// <summary>GeoJSON by RFC 7946: longitude and latitude, shells counter-clockwise, no number rounded.</summary>
    public static Task WriteGeoJsonAsync(Layer layer, IAsyncEnumerable<Feature> features, Stream target, CancellationToken cancellation) =>
        GeoJsonExport.WriteAsync(layer, features, target, cancellation);

    /// <summary>
    /// CSV by RFC 4180 in UTF-8: <c>id</c>, the columns, then <c>lon</c> and <c>lat</c> of points or <c>wkt</c> of anything else. A text that a
    /// spreadsheet would run as a formula gets an apostrophe in front.
    /// </summary>
    public static Task WriteCsvAsync(Layer layer, IAsyncEnumerable<Feature> features, Stream target, CsvExportOptions options, CancellationToken cancellation) =>
        CsvExport.WriteAsync(layer, features, target, options, cancellation);
}
