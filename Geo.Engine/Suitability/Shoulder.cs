namespace Geo.Engine.Suitability;

/// <summary>The curve from 0 to 1 along a shoulder; t is the share of the way, 0 to 1.</summary>
/// <remarks>Source: GRASS GIS addon r.fuzzy.set, manual, with shape 0 (m = 2).</remarks>
public enum Shoulder
{
    /// <summary>t.</summary>
    Linear,

    /// <summary>sin^2(t pi/2): slow at both ends.</summary>
    S,

    /// <summary>tan^2(t pi/4): slow at the low end.</summary>
    J,

    /// <summary>tan(t pi/4)^(1/2): slow at the high end.</summary>
    G,
}
