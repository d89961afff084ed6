namespace Geo.Engine.Radio.Networks;

/// <summary>Why a cell is not covered to standard.</summary>
public enum ShortfallReason : byte
{
    /// <summary>It is.</summary>
    None = 0,

    /// <summary>The ground of the cell or of all ways to it is unknown.</summary>
    UnknownGround = 1,

    /// <summary>No signal: the strongest site is too far, though nothing stands between.</summary>
    Distance = 2,

    /// <summary>No signal: ground stands before the strongest site.</summary>
    Terrain = 3,

    /// <summary>No signal: trees or buildings stand before the strongest site.</summary>
    Clutter = 4,

    /// <summary>No signal: most of the way is over water, which throws the ray back against itself.</summary>
    Water = 5,

    /// <summary>No signal: the strongest site is below the horizon of the round earth.</summary>
    Horizon = 6,

    /// <summary>Signal, but too little above the noise for the rate.</summary>
    Noise = 7,

    /// <summary>Signal that would do, were there no other sites on the carrier.</summary>
    Interference = 8,
}
