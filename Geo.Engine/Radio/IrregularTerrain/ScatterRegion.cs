namespace Geo.Engine.Radio.IrregularTerrain;

/// <summary>Attenuation of forward scatter in the troposphere.</summary>
/// <remarks>Source: Hufford, The Algorithm, 1.2.2, section 4.3 (subroutines ascat, h0f, ahd); NBS Technical Note 101, chapter 9.</remarks>
internal static class ScatterRegion
{
    /// <summary>What comes out where both antennas are so low that scatter does not count, dB.</summary>
    public const double NoneDb = 1_001;

    private const double MostFrequencyGainDb = 15;

    private static readonly double[] Quadratic = [25, 80, 177, 395, 705];
    private static readonly double[] Linear = [24, 45, 68, 80, 105];

    /// <summary>The losses at two distances: the frequency gain of the nearer is that of the farther where it would exceed 15 dB.</summary>
    public static (double NearDb, double FarDb) LossesDb(in TerrainPath path, double nearMetres, double farMetres)
    {
        var far = FrequencyGainDb(path, farMetres);
        var near = far > MostFrequencyGainDb ? far : FrequencyGainDb(path, nearMetres);
        if (near > MostFrequencyGainDb)
            near = far;
        return (
            double.IsNaN(near) ? NoneDb : LossDb(path, nearMetres, near),
            double.IsNaN(far) ? NoneDb : LossDb(path, farMetres, far));
    }

    private static double LossDb(in TerrainPath path, double metres, double gainDb)
    {
        var angle = path.HorizonsRadians + (metres * path.Curvature);
        return DistanceDb(angle * metres)
            + (10 * Math.Log10(path.FrequencyMegahertz * angle * angle * angle * angle))
            - (0.1 * (path.Refractivity - 301) * Math.Exp(-angle * metres / 40e3))
            + gainDb;
    }

    // F(theta d)
    private static double DistanceDb(double product) => product switch
    {
        <= 10e3 => 133.4 + (0.332e-3 * product) - (10 * Math.Log10(product)),
        <= 70e3 => 104.6 + (0.212e-3 * product) - (2.5 * Math.Log10(product)),
        _ => 71.8 + (0.157e-3 * product) + (5 * Math.Log10(product)),
    };

    // H0; NaN where scatter does not count
    private static double FrequencyGainDb(in TerrainPath path, double metres)
    {
        var unevenness = Math.Abs(path.Transmitter.HorizonMetres - path.Receiver.HorizonMetres);
        var ratio = path.Receiver.EffectiveMetres / path.Transmitter.EffectiveMetres;
        if (path.Transmitter.HorizonMetres < path.Receiver.HorizonMetres)
            ratio = 1 / ratio;
        var angle = path.Transmitter.HorizonRadians + path.Receiver.HorizonRadians + (metres * path.Curvature);
        var first = 2 * path.WaveNumber * angle * path.Transmitter.EffectiveMetres;
        var second = 2 * path.WaveNumber * angle * path.Receiver.EffectiveMetres;
        if (first < 0.2 && second < 0.2)
            return double.NaN;
        var asymmetry = (metres - unevenness) / (metres + unevenness);
        var quotient = Math.Clamp(ratio / asymmetry, 0.1, 10);
        asymmetry = Math.Max(0.1, asymmetry);
        var crossing = (metres - unevenness) * (metres + unevenness) * angle * 0.25 / metres;
        var efficiency = Efficiency(crossing, path.Refractivity);
        var bounded = Math.Max(efficiency, 1);
        var gain = (HeightGainDb(first, bounded) + HeightGainDb(second, bounded)) / 2;
        gain += Math.Min(gain, 6 * (0.6 - Math.Log10(bounded)) * Math.Log10(asymmetry) * Math.Log10(quotient));
        gain = Math.Max(gain, 0);
        return efficiency < 1 ? (efficiency * gain) + ((1 - efficiency) * LowGainDb(first, second)) : gain;
    }

    // eta_s
    private static double Efficiency(double crossing, double refractivity)
    {
        var air = 0.031 - (2.32e-3 * refractivity) + (5.67e-6 * refractivity * refractivity);
        return crossing / 1_755.6 * (1 + (air * Math.Exp(-Math.Pow(Math.Min(1.7, crossing / 8e3), 6))));
    }

    // H00 for a scatter efficiency from 1 to 5 and beyond, between whole numbers along straight lines
    private static double HeightGainDb(double height, double efficiency)
    {
        var whole = Math.Min((int)efficiency, 5);
        var part = whole == 5 ? 0 : efficiency - whole;
        var gain = Of(whole - 1, height);
        return part == 0 ? gain : ((1 - part) * gain) + (part * Of(whole, height));

        static double Of(int row, double height)
        {
            var square = 1 / (height * height);
            return 10 * Math.Log10((((Quadratic[row] * square) + Linear[row]) * square) + 1);
        }
    }

    private static double LowGainDb(double first, double second)
    {
        var product = (1 + (Math.Sqrt(2) / first)) * (1 + (Math.Sqrt(2) / second));
        return 10 * Math.Log10(product * product * (first + second) / (first + second + (2 * Math.Sqrt(2))));
    }
}
