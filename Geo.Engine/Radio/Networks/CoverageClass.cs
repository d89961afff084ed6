namespace Geo.Engine.Radio.Networks;

/// <summary>What a cell gets.</summary>
public enum CoverageClass : byte
{
    /// <summary>Neither.</summary>
    None = 0,

    /// <summary>5G signal: SS-RSRP reaches its threshold at so many places of the cell.</summary>
    Signal = 1,

    /// <summary>5G to the standard: there is signal, and the rate reaches that of the standard at so many places of the cell.</summary>
    Standard = 2,
}
