namespace Geo.Engine.Grids.Surfaces;

/// <summary>How a surface is carried to another frame.</summary>
public enum ResamplingRule
{
    /// <summary>The source cell that holds the target's centre.</summary>
    Nearest,

    /// <summary>Between the four nearest source centres; NaN as soon as one that counts is NaN.</summary>
    Bilinear,

    /// <summary>Between those of the four that are not NaN; NaN where the nearest is.</summary>
    BilinearWithin,
}
