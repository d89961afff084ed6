using System.Numerics;
using Geo.Engine.Radio.Diffraction;

namespace Geo.Engine.Radio.IrregularTerrain;

/// <summary>
/// The Longley-Rice model (ITS Irregular Terrain Model), over a known profile or over a kind of area: the comparison every radio engineer knows. Bare
/// ground; trees and houses are not in it.
/// </summary>
/// <remarks>
/// Source: G. A. Hufford, The ITS Irregular Terrain Model, version 1.2.2: The Algorithm (1995); Hufford, Longley and Kissick, NTIA Report 82-100.
/// </remarks>
public sealed class LongleyRice
{
    private const double ActualCurvature = 157e-9; // of the earth, 1/m

    private readonly LongleyRiceSettings _settings;
    private readonly ClimateCurves _climate;
    private readonly Complex _impedance;

    /// <summary>The model under settings; a value beyond its range is flagged, not refused.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or not above 0, a share not between 0 and 100 percent, a climate none of the seven.</exception>
    public LongleyRice(LongleyRiceSettings settings)
    {
        Require(settings.FrequencyMegahertz > 0, nameof(settings.FrequencyMegahertz));
        Require(settings.SeaLevelRefractivity > 0, nameof(settings.SeaLevelRefractivity));
        Require(settings.Permittivity > 1 && settings.Conductivity >= 0, nameof(settings.Permittivity));
        Require(Enum.IsDefined(settings.Climate), nameof(settings.Climate));
        Require(settings.Shares.TimePercent is > 0 and < 100, nameof(settings.Shares.TimePercent));
        Require(settings.Shares.LocationPercent is > 0 and < 100, nameof(settings.Shares.LocationPercent));
        Require(settings.Shares.SituationPercent is > 0 and < 100, nameof(settings.Shares.SituationPercent));
        _settings = settings;
        _climate = ClimateCurves.Of(settings.Climate);
        var permittivity = new Complex(settings.Permittivity, 18_000 * settings.Conductivity / settings.FrequencyMegahertz);
        var horizontal = Complex.Sqrt(permittivity - 1);
        _impedance = settings.Polarisation == Polarisation.Horizontal ? horizontal : horizontal / permittivity;

        static void Require(bool isSound, string name)
        {
            if (!isSound)
                throw new ArgumentOutOfRangeException(nameof(settings), $"{name} is no number that the model can use.");
        }
    }

    /// <summary>Loss over a known profile.</summary>
    /// <param name="line">The ground.</param>
    /// <param name="transmitterMetres">Antenna of the transmitter above ground, 0.5 to 3 000 m.</param>
    /// <param name="receiverMetres">Antenna of the receiver above ground, 0.5 to 3 000 m.</param>
    /// <exception cref="ArgumentException">The profile has fewer than two heights, one that is no number, or no step; or an antenna is not above ground.</exception>
    public LongleyRiceLoss OverProfile(in TerrainLine line, double transmitterMetres, double receiverMetres)
    {
        RequireSound(line, transmitterMetres, receiverMetres);
        var refractivity = _settings.SeaLevelRefractivity * Math.Exp(-line.MeanMetres / 9_460);
        var curvature = EffectiveCurvature(refractivity);
        var reading = TerrainLineReading.Of(line, transmitterMetres, receiverMetres, curvature);
        var path = Path(line.LengthMetres, reading.Transmitter, reading.Receiver, reading.RoughnessMetres, refractivity, isKnownProfile: true);
        return Loss(path, reading.HasLineOfSight);
    }

    /// <summary>Loss over ground of which only the roughness is known.</summary>
    /// <param name="area">The ground and how antennas were sited on it.</param>
    /// <param name="distanceMetres">Length of the path, above 0.</param>
    /// <param name="transmitterMetres">Antenna of the transmitter above ground, 0.5 to 3 000 m.</param>
    /// <param name="receiverMetres">Antenna of the receiver above ground, 0.5 to 3 000 m.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length is NaN or not above 0, or roughness is below 0.</exception>
    public LongleyRiceLoss OverArea(TerrainArea area, double distanceMetres, double transmitterMetres, double receiverMetres)
    {
        if (!(distanceMetres > 0 && transmitterMetres > 0 && receiverMetres > 0 && area.RoughnessMetres >= 0))
            throw new ArgumentOutOfRangeException(nameof(distanceMetres), "Lengths must be above 0 and roughness not below.");
        var curvature = EffectiveCurvature(_settings.SeaLevelRefractivity);
        return Loss(
            Path(
                distanceMetres,
                TerrainEnd.OfSiting(transmitterMetres, area.TransmitterSiting, area.RoughnessMetres, curvature),
                TerrainEnd.OfSiting(receiverMetres, area.ReceiverSiting, area.RoughnessMetres, curvature),
                area.RoughnessMetres,
                _settings.SeaLevelRefractivity,
                isKnownProfile: false),
            hasLineOfSight: false);
    }

    private LongleyRiceLoss Loss(in TerrainPath path, bool hasLineOfSight)
    {
        var reference = ReferenceAttenuation.Of(path);
        var freeSpace = 32.45 + (20 * Math.Log10(_settings.FrequencyMegahertz)) + (20 * Math.Log10(path.LengthMetres / 1_000));
        var loss = freeSpace + YearlyVariation.AttenuationDb(path, reference.Db, _climate, _settings.Shares);
        return new(loss, freeSpace, reference.Db, reference.Region, hasLineOfSight, LongleyRiceLimits.Broken(path, _settings.Shares));
    }

    private TerrainPath Path(
        double lengthMetres, TerrainEnd transmitter, TerrainEnd receiver, double roughnessMetres, double refractivity, bool isKnownProfile) => new()
    {
        LengthMetres = lengthMetres,
        Transmitter = transmitter,
        Receiver = receiver,
        RoughnessMetres = roughnessMetres,
        Curvature = EffectiveCurvature(refractivity),
        Refractivity = refractivity,
        Impedance = _impedance,
        FrequencyMegahertz = _settings.FrequencyMegahertz,
        IsKnownProfile = isKnownProfile,
    };

    private static double EffectiveCurvature(double refractivity) => ActualCurvature * (1 - (0.04665 * Math.Exp(refractivity / 179.3)));

    private static void RequireSound(in TerrainLine line, double transmitterMetres, double receiverMetres)
    {
        if (line.HeightsMetres.Length < 2 || !(line.StepMetres > 0 && double.IsFinite(line.StepMetres)))
            throw new ArgumentException("A profile needs two heights and a step above 0.", nameof(line));
        foreach (var height in line.HeightsMetres)
        {
            if (!double.IsFinite(height))
                throw new ArgumentException("A height of the profile is no number.", nameof(line));
        }

        if (!(transmitterMetres > 0 && receiverMetres > 0))
            throw new ArgumentException("Both antennas must be above the ground.", nameof(transmitterMetres));
    }
}
