using System.Numerics;

namespace Geo.Engine.Radio.IrregularTerrain;

/// <summary>Attenuation within the horizon: two rays over a rough plane, weighted with diffraction carried inward.</summary>
/// <remarks>Source: Hufford, The Algorithm, 1.2.2, section 4.1 (subroutines alos and lrprop, equations 4.10 to 4.50).</remarks>
internal static class SightRegion
{
    /// <summary>The attenuation at the path's length, from a curve through three distances; dB.</summary>
    /// <param name="path">The path, shorter than its horizons over a smooth earth.</param>
    /// <param name="diffraction">The straight line of attenuation beyond the horizon.</param>
    public static double LossDb(in TerrainPath path, StraightLine diffraction)
    {
        var edge = path.SmoothHorizonsMetres;
        var horizons = path.HorizonsMetres;
        var edgeLoss = diffraction.At(edge);
        var first = 0.04 * path.FrequencyMegahertz * path.Transmitter.EffectiveMetres * path.Receiver.EffectiveMetres;
        double second;
        if (diffraction.Start >= 0)
        {
            first = Math.Min(first, 0.5 * horizons);
            second = first + (0.25 * (horizons - first));
        }
        else
        {
            second = Math.Max(-diffraction.Start / diffraction.Slope, 0.25 * horizons);
        }

        var (slope, log) = Coefficients(path, diffraction, first, second, edge, edgeLoss);
        return edgeLoss + (slope * (path.LengthMetres - edge)) + (log * Math.Log(path.LengthMetres / edge));
    }

    // K1 and K2: attenuation grows as K1 d + K2 ln d, neither below 0
    private static (double Slope, double Log) Coefficients(
        in TerrainPath path, StraightLine diffraction, double first, double second, double edge, double edgeLoss)
    {
        var secondLoss = TwoRaysDb(path, diffraction, second);
        if (first < second)
        {
            var firstLoss = TwoRaysDb(path, diffraction, first);
            var span = Math.Log(edge / first);
            var log = Math.Max(
                0,
                (((edge - first) * (secondLoss - firstLoss)) - ((second - first) * (edgeLoss - firstLoss)))
                / (((edge - first) * Math.Log(second / first)) - ((second - first) * span)));
            if (diffraction.Start >= 0 || log > 0)
            {
                var slope = (edgeLoss - firstLoss - (log * span)) / (edge - first);
                if (slope >= 0)
                    return (slope, log);
                log = Math.Max(edgeLoss - firstLoss, 0) / span;
                return (log == 0 ? diffraction.Slope : 0, log);
            }
        }

        var straight = Math.Max(edgeLoss - secondLoss, 0) / (edge - second);
        return (straight == 0 ? diffraction.Slope : straight, 0);
    }

    private static double TwoRaysDb(in TerrainPath path, StraightLine diffraction, double metres)
    {
        var heights = path.Transmitter.EffectiveMetres + path.Receiver.EffectiveMetres;
        var sine = heights / Math.Sqrt((metres * metres) + (heights * heights));
        var rough = Math.Exp(-Math.Min(10, path.WaveNumber * path.DeviationWithin(metres) * sine));
        var reflection = (sine - path.Impedance) / (sine + path.Impedance) * rough;
        var power = (reflection.Real * reflection.Real) + (reflection.Imaginary * reflection.Imaginary);
        if (power < 0.25 || power < sine)
            reflection *= Math.Sqrt(sine / power);
        var phase = 2 * path.WaveNumber * path.Transmitter.EffectiveMetres * path.Receiver.EffectiveMetres / metres;
        if (phase > Math.PI / 2)
            phase = Math.PI - (Math.PI / 2 * (Math.PI / 2) / phase); // no further minimum nearer than the last maximum
        var twoRays = -20 * Math.Log10((Complex.FromPolarCoordinates(1, -phase) + reflection).Magnitude);
        var weight = 1 / (1 + (path.FrequencyMegahertz * path.RoughnessMetres / Math.Max(10e3, path.SmoothHorizonsMetres)));
        return (weight * twoRays) + ((1 - weight) * diffraction.At(metres));
    }
}
