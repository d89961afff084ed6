using Geo.Engine.Radio.Diffraction;

namespace Geo.Engine.Radio.Propagation;

/// <summary>What ITU-R P.1812 must be told besides the path. The ranges are those of the Recommendation; beyond them losses are flagged.</summary>
public sealed record PointToAreaSettings
{
    /// <summary>f: carrier frequency, 0.03 to 6 GHz.</summary>
    public required double FrequencyGigahertz { get; init; }

    /// <summary>
    /// Delta N: fall of refractivity in the lowest kilometre, N-units, from the maps of the Recommendation at the middle of the path. Temperate 45.
    /// </summary>
    public required double RefractivityGradient { get; init; }

    /// <summary>N0: refractivity at sea level, N-units, from the same maps. Temperate 325, tropical coasts about 380.</summary>
    public required double SeaLevelRefractivity { get; init; }

    /// <summary>Latitude of the middle of the path, degrees, -90 to 90.</summary>
    public required double LatitudeDegrees { get; init; }

    /// <summary>p: percentage of the time for which the loss is not exceeded, 1 to 50. Default 50.</summary>
    public double TimePercent { get; init; } = 50;

    /// <summary>pL: percentage of the places of a cell for which the loss is not exceeded, 1 to 99. Default 50.</summary>
    public double LocationPercent { get; init; } = 50;

    /// <summary>sigma_L: standard deviation of the loss over the places of a cell, dB (see <see cref="LocationVariability"/>). Default 0.</summary>
    public double LocationDeviationDb { get; init; }

    /// <summary>Polarisation. Default vertical.</summary>
    public Polarisation Polarisation { get; init; } = Polarisation.Vertical;
}
