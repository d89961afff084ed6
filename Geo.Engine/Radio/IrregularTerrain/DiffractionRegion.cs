using System.Numerics;

namespace Geo.Engine.Radio.IrregularTerrain;

/// <summary>Attenuation beyond the horizon: two knife edges and a rounded earth, weighted by roughness.</summary>
/// <remarks>
/// Source: Hufford, The Algorithm, 1.2.2, section 4.2 (subroutines adiff, aknfe, fht); the rounded earth by L. E. Vogler, Calculation of groundwave
/// attenuation in the far diffraction region, Radio Science 68D (1964).
/// </remarks>
internal static class DiffractionRegion
{
    private const double StandardRadiusMetres = 4.0 / 3 * 6_370e3;

    /// <summary>A_d(d), dB.</summary>
    public static double LossDb(in TerrainPath path, double metres)
    {
        var heights = path.Transmitter.HeightMetres * path.Receiver.HeightMetres;
        var effective = path.Transmitter.EffectiveMetres * path.Receiver.EffectiveMetres;
        var known = path.IsKnownProfile ? heights + 10 : heights;
        var clutter = Math.Min(
            15, 5 * Math.Log10(1 + (1e-5 * heights * path.FrequencyMegahertz * path.DeviationWithin(path.SmoothHorizonsMetres))));
        var shape = Math.Sqrt(1 + ((effective - heights) / known)) + ((path.HorizonsMetres + (path.HorizonsRadians / path.Curvature)) / metres);
        var roughness = shape * Math.Min(path.RoughnessWithin(metres) * path.WaveNumber, 6_283.2);
        var weight = 25.1 / (25.1 + Math.Sqrt(roughness));
        return (weight * RoundedEarthDb(path, metres)) + ((1 - weight) * KnifeEdgesDb(path, metres)) + clutter;
    }

    private static double KnifeEdgesDb(in TerrainPath path, double metres)
    {
        var beyond = metres - path.HorizonsMetres;
        var angle = path.HorizonsRadians + (metres * path.Curvature);
        var common = 0.0795775 * path.WaveNumber * beyond * angle * angle;
        return KnifeEdgeDb(common * path.Transmitter.HorizonMetres / (beyond + path.Transmitter.HorizonMetres))
            + KnifeEdgeDb(common * path.Receiver.HorizonMetres / (beyond + path.Receiver.HorizonMetres));
    }

    private static double KnifeEdgeDb(double squaredParameter) => squaredParameter < 5.76
        ? 6.02 + (9.11 * Math.Sqrt(squaredParameter)) - (1.27 * squaredParameter)
        : 12.953 + (10 * Math.Log10(squaredParameter));

    private static double RoundedEarthDb(in TerrainPath path, double metres)
    {
        var angle = path.HorizonsRadians + (metres * path.Curvature);
        var beyond = metres - path.HorizonsMetres;
        var (distance, _) = Reduced(path, beyond, beyond / angle);
        var (transmitter, admittance) = Reduced(path, path.Transmitter.HorizonMetres, HorizonRadius(path.Transmitter));
        var (receiver, otherAdmittance) = Reduced(path, path.Receiver.HorizonMetres, HorizonRadius(path.Receiver));
        var sum = distance + transmitter + receiver;
        return (0.05751 * sum) - (10 * Math.Log10(sum)) - HeightGainDb(transmitter, admittance) - HeightGainDb(receiver, otherAdmittance) - 20;
    }

    private static double HorizonRadius(TerrainEnd end) => 0.5 * end.HorizonMetres * end.HorizonMetres / end.EffectiveMetres;

    // x and K of Vogler for an arc over a sphere of some radius
    private static (double Distance, double Admittance) Reduced(in TerrainPath path, double metres, double radiusMetres)
    {
        var flattening = Math.Cbrt(StandardRadiusMetres / radiusMetres);
        var root = Math.Cbrt(path.FrequencyMegahertz);
        var admittance = 0.017778 * flattening / root / Complex.Abs(path.Impedance);
        return ((1.607 - admittance) * flattening * flattening * root * metres / 1_000, admittance);
    }

    private static double HeightGainDb(double distance, double admittance)
    {
        var far = (40 * Math.Log10(Math.Max(distance, 1))) - 117;
        if (distance < 200)
        {
            var log = -Math.Log(admittance);
            return admittance < 1e-5 || distance * log * log * log > 5_495
                ? far
                : (2.5e-5 * distance * distance / admittance) + (20 * Math.Log10(admittance)) - 15;
        }

        var gain = (0.05751 * distance) - (10 * Math.Log10(distance));
        if (distance >= 2_000)
            return gain;
        var weight = 0.0134 * distance * Math.Exp(-0.005 * distance);
        return ((1 - weight) * gain) + (weight * far);
    }
}
