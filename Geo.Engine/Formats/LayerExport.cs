using Geo.Engine.Features;
using Geo.Engine.Formats.Export;

namespace Geo.Engine.Formats;

/// <summary>Writes a layer to a file that keeps all its digits, feature by feature. Other forms are a <see cref="FeatureFormat"/>; a GeoPackage is a store: see <see cref="StoreCopy.Content"/>.</summary>
public static class LayerExport
{
    /// <summary>GeoJSON by RFC 7946: longitude and latitude, shells counter-clockwise, no number rounded.</summary>
    public static Task WriteGeoJsonAsync(Layer layer, IAsyncEnumerable<Feature> features, Stream target, CancellationToken cancellation) =>
        GeoJsonExport.WriteAsync(layer, features, target, cancellation);
}
