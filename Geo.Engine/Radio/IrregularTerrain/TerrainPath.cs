using System.Numerics;

namespace Geo.Engine.Radio.IrregularTerrain;

/// <summary>All that the model takes from a path, its ground and its air.</summary>
internal readonly record struct TerrainPath
{
    /// <summary>d: length, metres.</summary>
    public required double LengthMetres { get; init; }

    /// <summary>The transmitter's end.</summary>
    public required TerrainEnd Transmitter { get; init; }

    /// <summary>The receiver's end.</summary>
    public required TerrainEnd Receiver { get; init; }

    /// <summary>Delta h: interdecile range of ground heights, metres.</summary>
    public required double RoughnessMetres { get; init; }

    /// <summary>gamma_e: curvature of the effective earth, 1/m.</summary>
    public required double Curvature { get; init; }

    /// <summary>N_s: refractivity at the ground, N-units.</summary>
    public required double Refractivity { get; init; }

    /// <summary>Z_g: transfer impedance of the ground.</summary>
    public required Complex Impedance { get; init; }

    /// <summary>f, MHz.</summary>
    public required double FrequencyMegahertz { get; init; }

    /// <summary>True for a known profile, false for a kind of area.</summary>
    public required bool IsKnownProfile { get; init; }

    /// <summary>k: wave number, 1/m.</summary>
    public double WaveNumber => FrequencyMegahertz / 47.7;

    /// <summary>dL: both horizons together, metres.</summary>
    public double HorizonsMetres => Transmitter.HorizonMetres + Receiver.HorizonMetres;

    /// <summary>dLs: both horizons over a smooth earth, metres.</summary>
    public double SmoothHorizonsMetres => Transmitter.SmoothHorizonMetres(Curvature) + Receiver.SmoothHorizonMetres(Curvature);

    /// <summary>theta_e: both elevations together, not below those of a smooth earth, radians.</summary>
    public double HorizonsRadians => Math.Max(Transmitter.HorizonRadians + Receiver.HorizonRadians, -HorizonsMetres * Curvature);

    /// <summary>Cube root of a^2/f, the length in which diffraction is measured.</summary>
    public double DiffractionScale => Math.Cbrt(1 / (Curvature * Curvature * FrequencyMegahertz));

    /// <summary>Delta h(d): roughness that a path of a length meets, metres.</summary>
    public double RoughnessWithin(double metres) => RoughnessMetres * (1 - (0.8 * Math.Exp(-metres / 50e3)));

    /// <summary>sigma_h(d): standard deviation of the ground about a plane on a path of a length, metres.</summary>
    public double DeviationWithin(double metres)
    {
        var roughness = RoughnessWithin(metres);
        return 0.78 * roughness * Math.Exp(-0.5 * Math.Pow(roughness, 0.25));
    }
}
