namespace Geo.Engine.Grids.Surfaces;

/// <summary>How values become less alike with distance; a is the range parameter.</summary>
public enum VariogramModel
{
    /// <summary>1.5 h/a - 0.5 (h/a)^3, 1 from a on.</summary>
    Spherical,

    /// <summary>1 - exp(-h/a); 95 percent at three times a.</summary>
    Exponential,

    /// <summary>1 - exp(-(h/a)^2); 95 percent at 1.73 times a. Values are taken for very smooth.</summary>
    Gaussian,
}
