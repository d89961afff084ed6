namespace Geo.Engine.Suitability;

/// <summary>How the memberships of a cell become one score.</summary>
public enum Aggregation
{
    /// <summary>Weighted linear combination: the sum of weight x membership.</summary>
    WeightedSum,

    /// <summary>Weighted geometric mean: the product of membership ^ weight; one 0 makes the score 0.</summary>
    GeometricMean,
}
