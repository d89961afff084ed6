using Geo.Engine.Grids;
using Geo.Engine.Radio.Diffraction;
using Geo.Engine.Radio.Entry;

namespace Geo.Engine.Radio.Networks;

/// <summary>What the coverage of a network assumes of receivers, air and service.</summary>
public sealed record NetworkSettings
{
    /// <summary>Least SS-RSRP that counts as signal, dBm per resource element, -160 to 0. Default -105.</summary>
    public double ThresholdDbm { get; init; } = -105;

    /// <summary>Antenna of the receiver above ground (at sea: above the water), 1 to 30 m. Default 1.5.</summary>
    public double ReceiverHeightMetres { get; init; } = 1.5;

    /// <summary>Radius up to which a site is computed, 250 to 100 000 m. Default 15 000.</summary>
    public double RadiusMetres { get; init; } = 15_000;

    /// <summary>Losses beyond the path less the receiver's gain, dB, -30 to 100: body, cable. Default 0.</summary>
    public double ExtraLossDb { get; init; }

    /// <summary>Standard deviation of those losses, dB, 0 to 30; added to that of the places in squares. Default 0.</summary>
    public double ExtraDeviationDb { get; init; }

    /// <summary>What is added to every level, cell by cell, dB: a calibration. On the frame that is computed; null for none, which is the default.</summary>
    public Grid<float>? OffsetsDb { get; init; }

    /// <summary>The building around the receiver, by ITU-R P.2109; null outdoors, which is the default.</summary>
    public BuildingKind? Building { get; init; }

    /// <summary>Noise figure of the receiver, dB, 0 to 20. Default 7.</summary>
    public double NoiseFigureDb { get; init; } = 7;

    /// <summary>Fall of refractivity in the lowest kilometre, N-units, below 157. Starting value 45: take it from the maps of ITU-R P.1812.</summary>
    public double RefractivityGradient { get; init; } = 45;

    /// <summary>Refractivity at sea level, N-units, 250 to 450. Starting value 380, as on tropical coasts: take it from the same maps.</summary>
    public double SeaLevelRefractivity { get; init; } = 380;

    /// <summary>Latitude, degrees, -90 to 90. Default 9.6.</summary>
    public double LatitudeDegrees { get; init; } = 9.6;

    /// <summary>Polarisation of the antennas. Default vertical.</summary>
    public Polarisation Polarisation { get; init; } = Polarisation.Vertical;

    /// <summary>What a place must get to be covered to standard; its share of places also decides where there is signal. Default QCVN 126:2021.</summary>
    public ServiceStandard Standard { get; init; } = ServiceStandard.Qcvn126;
}
