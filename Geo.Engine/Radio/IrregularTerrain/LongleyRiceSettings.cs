using Geo.Engine.Radio.Diffraction;

namespace Geo.Engine.Radio.IrregularTerrain;

/// <summary>What the Longley-Rice model must be told besides path and antennas.</summary>
public sealed record LongleyRiceSettings
{
    /// <summary>Carrier frequency, 20 to 20 000 MHz; flagged outside 40 to 10 000.</summary>
    public required double FrequencyMegahertz { get; init; }

    /// <summary>N0: refractivity at sea level, N-units: 301 temperate, 360 to 380 on equatorial coasts; 250 to 400 at the ground.</summary>
    public required double SeaLevelRefractivity { get; init; }

    /// <summary>Climate.</summary>
    public required RadioClimate Climate { get; init; }

    /// <summary>Polarisation. Default vertical.</summary>
    public Polarisation Polarisation { get; init; } = Polarisation.Vertical;

    /// <summary>Relative permittivity of the ground: 15 average, 25 wet, 81 water. Default 15.</summary>
    public double Permittivity { get; init; } = 15;

    /// <summary>Conductivity of the ground, S/m: 0.005 average, 0.02 wet, 5 sea. Default 0.005.</summary>
    public double Conductivity { get; init; } = 0.005;

    /// <summary>For which shares of time, places and situations the loss is asked. Default the median of a fixed link.</summary>
    public VariabilityShares Shares { get; init; } = VariabilityShares.Median;
}
