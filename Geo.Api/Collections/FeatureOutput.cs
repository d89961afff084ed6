using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Api.Collections;

/// <summary>What of a layer's features goes out, and in which system.</summary>
internal sealed class FeatureOutput
{
    /// <summary>More than twice around the Earth in metres: what lies beyond is the noise of a projection where it tends to infinity.</summary>
    private const double Farthest = 1e8;

    private readonly Projection? _projection;

    /// <summary>For one layer and the system a client asked for.</summary>
    public FeatureOutput(LayerDefinition layer, CoordinateSystem system)
    {
        Positions = PositionFormat.Of(system);
        Properties = layer.Properties;
        _projection = layer.System.Srid == system.Srid ? null : Projection.Between(layer.System, system);
    }

    /// <summary>How positions are written.</summary>
    public PositionFormat Positions { get; }

    /// <summary>The properties, in the order of a feature's values.</summary>
    public IReadOnlyList<PropertyDefinition> Properties { get; }

    /// <summary>The geometry in the system asked for; null when the feature has none, or one that has no place there.</summary>
    public Geometry? GeometryOf(Feature feature)
    {
        if (_projection is null || feature.Geometry is not { } stored)
            return feature.Geometry;
        var geometry = _projection.Transform(stored);
        return Array.TrueForAll(geometry.Coordinates, c => Math.Abs(c.X) < Farthest && Math.Abs(c.Y) < Farthest) ? geometry : null;
    }
}
