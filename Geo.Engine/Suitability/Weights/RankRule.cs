namespace Geo.Engine.Suitability.Weights;

/// <summary>How the order of importance becomes weights.</summary>
public enum RankRule
{
    /// <summary>Rank-order centroid.</summary>
    Centroid,

    /// <summary>Rank sum.</summary>
    Sum,

    /// <summary>Rank reciprocal.</summary>
    Reciprocal,
}
