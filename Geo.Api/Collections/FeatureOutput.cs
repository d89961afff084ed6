using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Api.Collections;

/// <summary>What of a layer's features goes out, and in which system.</summary>
internal sealed class FeatureOutput
{
    /// <summary>More than twice around the Earth in metres: what lies beyond is the noise of a projection where it tends to infinity.</summary>
    private const double Farthest = 1e8;

    private readonly PropertySelection _selection;
    private readonly Projection? _projection;
    private readonly GeometrySimplification _simplification;

    /// <summary>For one layer, the system a client asked for and the properties it wants.</summary>
    public FeatureOutput(LayerDefinition layer, CoordinateSystem system, PropertySelection selection)
    {
        _selection = selection;
        _simplification = new GeometrySimplification(layer.System, selection.ToleranceMetres);
        _projection = layer.System.Srid == system.Srid ? null : Projection.Between(layer.System, system);
        Positions = PositionFormat.Of(system);
        Properties = [.. selection.Properties.Select(i => layer.Properties[i])];
    }

    /// <summary>How positions are written.</summary>
    public PositionFormat Positions { get; }

    /// <summary>The properties that go out.</summary>
    public IReadOnlyList<PropertyDefinition> Properties { get; }

    /// <summary>The value of one of <see cref="Properties"/>.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="property">Index in <see cref="Properties"/>.</param>
    public object? ValueOf(Feature feature, int property) => feature.Values[_selection.Properties[property]];

    /// <summary>The geometry in the system asked for; null when none is wanted, or the feature has none, or one that has no place there.</summary>
    public Geometry? GeometryOf(Feature feature)
    {
        if (!_selection.HasGeometry || feature.Geometry is null)
            return null;
        var stored = _selection.ToleranceMetres > 0 ? _simplification.Of(feature.Geometry) : feature.Geometry;
        if (_projection is null)
            return stored;
        var geometry = _projection.Transform(stored);
        return Array.TrueForAll(geometry.Coordinates, c => Math.Abs(c.X) < Farthest && Math.Abs(c.Y) < Farthest) ? geometry : null;
    }
}
