using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Features.Filtering;

/// <summary>A feature while a filter is decided, its geometry turned to longitude and latitude once, when it is first asked for.</summary>
/// <param name="feature">The feature.</param>
/// <param name="toLonLat">From the layer's system; null when it is longitude and latitude.</param>
internal sealed class FilteredFeature(Feature feature, Projection? toLonLat)
{
    private Geometry? _lonLat;

    /// <summary>The feature.</summary>
    public Feature Feature => feature;

    /// <summary>The geometry in longitude and latitude; null when the feature has none.</summary>
    public Geometry? LonLat => toLonLat is null || feature.Geometry is null ? feature.Geometry : _lonLat ??= toLonLat.Transform(feature.Geometry);
}
