namespace Geo.Engine.Suitability.Ranking;

/// <summary>How criteria in different units are made comparable: part of a method, since it can change the winner.</summary>
public enum Scaling
{
    /// <summary>Divided by the length of the column: x / sqrt(sum of x²).</summary>
    Vector,

    /// <summary>From the worst alternative (0) to the best (1).</summary>
    MinMax,
}
