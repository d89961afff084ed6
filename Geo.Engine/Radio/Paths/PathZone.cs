namespace Geo.Engine.Radio.Paths;

/// <summary>The radio-climatic zone of a point of a path. The numbers are ours: ITU-R P.1812 and P.452 count them differently.</summary>
/// <remarks>Source: ITU-R P.1812, annex 1, table 2.</remarks>
public enum PathZone : byte
{
    /// <summary>Land away from coast and large waters.</summary>
    Inland = 0,

    /// <summary>Land and shore up to 100 m above the sea, not farther than 50 km from it; large inland waters too.</summary>
    Coastal = 1,

    /// <summary>Sea and other waters wide enough to hold a circle of 100 km, estuaries open to them.</summary>
    Sea = 2,
}
