namespace Geo.Engine.Radio.IrregularTerrain;

/// <summary>Climates that differ in how loss varies through the year; the numbers are those of the model.</summary>
/// <remarks>Source: NTIA Report 82-100, 2.2; NBS Technical Note 101, figure 10.13.</remarks>
public enum RadioClimate
{
    /// <summary>Equatorial (Congo).</summary>
    Equatorial = 1,

    /// <summary>Continental subtropical (Sudan).</summary>
    ContinentalSubtropical = 2,

    /// <summary>Maritime subtropical (west coast of Africa); monsoon coasts like that of Sóc Trăng.</summary>
    MaritimeSubtropical = 3,

    /// <summary>Desert (Sahara).</summary>
    Desert = 4,

    /// <summary>Continental temperate.</summary>
    ContinentalTemperate = 5,

    /// <summary>Maritime temperate, over land.</summary>
    MaritimeTemperateLand = 6,

    /// <summary>Maritime temperate, over sea.</summary>
    MaritimeTemperateSea = 7,
}
