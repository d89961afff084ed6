namespace Geo.Engine.Radio;

/// <summary>What a coverage map assumes of receivers and surroundings.</summary>
public sealed record CoverageSettings
{
    /// <summary>Least SS-RSRP that counts as covered, dBm per resource element. Default -105.</summary>
    public double ThresholdDbm { get; init; } = -105;

    /// <summary>Antenna height of the receiver above ground, 1 to 10 m. Default 1.5.</summary>
    public double ReceiverHeightMetres { get; init; } = 1.5;

    /// <summary>Mean height of buildings, 5 to 50 m. Default 5.</summary>
    public double BuildingHeightMetres { get; init; } = 5;

    /// <summary>Mean width of streets, 5 to 50 m. Default 20.</summary>
    public double StreetWidthMetres { get; init; } = 20;

    /// <summary>Losses beyond the path (body, wall, cable) less the receiver's gain, dB. Default 0: outdoors.</summary>
    public double ExtraLossDb { get; init; }

    /// <summary>Radius up to which a site is computed, metres, greater than 0; what lies beyond the 5 000 m of the model is not claimed. Default 5 000.</summary>
    public double MaxRadiusMetres { get; init; } = RuralMacro.MaxDistanceWithoutLineOfSightMetres;

    /// <summary>The model's view of a transmitter under these settings.</summary>
    public RuralMacroScene SceneOf(Transmitter transmitter) =>
        new(transmitter.FrequencyMegahertz / 1_000, transmitter.HeightMetres, ReceiverHeightMetres, BuildingHeightMetres, StreetWidthMetres);
}
