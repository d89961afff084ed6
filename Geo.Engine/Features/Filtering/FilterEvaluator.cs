using Geo.Engine.Filters;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Features.Filtering;

/// <summary>
/// Decides a bound filter exactly, in the three-valued logic of CQL2 (OGC 21-065r2): what rests on a missing value is unknown. Compiled once; safe for
/// concurrent use.
/// </summary>
public sealed class FilterEvaluator
{
    private readonly TruthOf _truth;
    private readonly Projection? _toLonLat;

    /// <summary>Compiles a filter.</summary>
    /// <param name="bound">The filter, as <see cref="FilterBinder.Bind"/> gives it for the layer.</param>
    /// <param name="layer">The layer of the features to come.</param>
    /// <exception cref="ArgumentException">The filter was not bound to this layer.</exception>
    public FilterEvaluator(FilterExpression bound, LayerDefinition layer)
    {
        _truth = new FilterCompiler(layer).Truth(bound);
        _toLonLat = layer.System.Srid == CoordinateSystems.Crs84.Srid ? null : Projection.Between(layer.System, CoordinateSystems.Crs84);
    }

    /// <summary>Whether the filter is true for a feature.</summary>
    public bool Matches(Feature feature) => Decide(feature) == true;

    /// <summary>Whether the filter is true, false or unknown (null) for a feature.</summary>
    public bool? Decide(Feature feature) => _truth(new FilteredFeature(feature, _toLonLat));
}
