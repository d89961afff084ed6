namespace Geo.Engine.Radio.Combining;

/// <summary>The models of the loss between two antennas.</summary>
public enum PropagationModel
{
    /// <summary>Free space, <see cref="Empirical.FreeSpace"/>.</summary>
    FreeSpace,

    /// <summary>Far two-ray formula, <see cref="Empirical.PlaneEarth"/>.</summary>
    PlaneEarth,

    /// <summary>Two rays over water, <see cref="Water.WaterPath"/>.</summary>
    WaterPath,

    /// <summary>ITU-R P.1812, <see cref="Propagation.PointToArea"/>.</summary>
    PointToArea,

    /// <summary>Longley-Rice, <see cref="IrregularTerrain.LongleyRice"/>.</summary>
    LongleyRice,

    /// <summary>TR 38.901 RMa, <see cref="Radio.RuralMacro"/>.</summary>
    RuralMacro,

    /// <summary>TR 38.901 UMa, <see cref="Urban.UrbanMacro"/>.</summary>
    UrbanMacro,

    /// <summary>TR 38.901 UMi street canyon, <see cref="Urban.StreetCanyon"/>.</summary>
    StreetCanyon,

    /// <summary>Okumura-Hata, <see cref="Empirical.OkumuraHata"/>.</summary>
    OkumuraHata,

    /// <summary>COST 231-Hata, <see cref="Empirical.CostHata"/>.</summary>
    CostHata,

    /// <summary>ITU-R P.1411 in line of sight, <see cref="Empirical.StreetInSight"/>.</summary>
    StreetInSight,
}
