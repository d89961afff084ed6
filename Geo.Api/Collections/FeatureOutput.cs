using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Api.Collections;

/// <summary>What of a layer's features goes out in JSON, and how positions are written.</summary>
internal sealed class FeatureOutput
{
    private readonly LayerView _view;

    /// <summary>For one layer, the system a client asked for and the properties it wants.</summary>
    public FeatureOutput(LayerDefinition layer, CoordinateSystem system, PropertySelection selection)
        : this(selection.ViewOf(layer, system))
    {
    }

    private FeatureOutput(LayerView view) => (_view, Positions) = (view, PositionFormat.Of(view.Definition.System));

    /// <summary>How positions are written.</summary>
    public PositionFormat Positions { get; }

    /// <summary>The properties that go out.</summary>
    public IReadOnlyList<PropertyDefinition> Properties => _view.Definition.Properties;

    /// <summary>All of a layer's features in a system.</summary>
    public static FeatureOutput Of(LayerDefinition layer, CoordinateSystem system) => new(LayerView.Whole(layer, system));

    /// <summary>The value of one of <see cref="Properties"/>.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="property">Index in <see cref="Properties"/>.</param>
    public object? ValueOf(Feature feature, int property) => _view.ValueOf(feature, property);

    /// <summary>The value of one of <see cref="Properties"/> is under this index in a row.</summary>
    public int IndexOf(int property) => _view.IndexOf(property);

    /// <summary>The same geometry as <see cref="GeometryOf"/> gives, as well-known binary; empty for none. It is good until the next is asked for.</summary>
    public ReadOnlySpan<byte> WkbOf(FeatureRow row) => _view.WkbOf(row);

    /// <summary>The geometry in the system asked for; null when none is wanted, or the feature has none, or one that has no place there.</summary>
    public Geometry? GeometryOf(Feature feature) => _view.GeometryOf(feature);
}
