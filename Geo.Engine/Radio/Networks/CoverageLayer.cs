namespace Geo.Engine.Radio.Networks;

/// <summary>A layer of a coverage that maps show.</summary>
public enum CoverageLayer
{
    /// <summary>SS-RSRP of the strongest sector.</summary>
    Rsrp,

    /// <summary>Ratio of signal to interference and noise.</summary>
    Sinr,

    /// <summary>The strongest sector.</summary>
    Server,

    /// <summary>Rate of a lone user.</summary>
    Rate,

    /// <summary>A <see cref="CoverageClass"/>.</summary>
    Class,

    /// <summary>A <see cref="ShortfallReason"/>.</summary>
    Reason,
}
