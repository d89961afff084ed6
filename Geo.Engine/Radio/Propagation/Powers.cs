namespace Geo.Engine.Radio.Propagation;

/// <summary>Powers of positive numbers by exponential and logarithm: half the time of <see cref="Math.Pow"/>, exact to some 1e-15 of the exponent.</summary>
internal static class Powers
{
    private const double LogOfTen = 2.302585092994045684;

    /// <summary>A number above 0 (or 0, with an exponent above 0) to some power.</summary>
    public static double Of(double number, double exponent) => Math.Exp(exponent * Math.Log(number));

    /// <summary>Ten to some power.</summary>
    public static double OfTen(double exponent) => Math.Exp(LogOfTen * exponent);
}
