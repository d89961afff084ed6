namespace Geo.Engine.Suitability;

/// <summary>Which end of a criterion is wanted.</summary>
public enum Direction
{
    /// <summary>More is better.</summary>
    Benefit,

    /// <summary>Less is better.</summary>
    Cost,
}
