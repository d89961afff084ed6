namespace Geo.Engine.Suitability;

/// <summary>Features of a vector layer, as a scenario uses them.</summary>
/// <param name="LayerId">The layer.</param>
/// <param name="Where">Conditions that must all hold.</param>
/// <param name="AllTouched">How polygons become cells: every cell they touch, else the cells whose centre they hold.</param>
public sealed record FeatureSource(string LayerId, IReadOnlyList<PropertyCondition> Where, bool AllTouched);
