namespace Geo.Engine.Suitability;

/// <summary>Powers that are the same on every processor where the exponent is a whole number, as it nearly always is.</summary>
internal static class WholePower
{
    private const double LargestWhole = 64;

    /// <summary>Whether an exponent is one of those.</summary>
    public static bool IsWhole(double exponent) => exponent == Math.Truncate(exponent) && exponent <= LargestWhole;

    /// <summary>x^exponent for x of 0 or more and an exponent greater than 0; NaN for NaN.</summary>
    public static double Of(double x, double exponent)
    {
        if (!IsWhole(exponent))
            return Math.Pow(x, exponent);
        var power = 1.0;
        for (var factor = 0; factor < (int)exponent; factor++)
            power *= x;
        return power;
    }
}
