namespace Geo.Engine.Radio.Entry;

/// <summary>Loss from just outside a building to a place inside, whatever the place and the building of a kind.</summary>
/// <remarks>Source: ITU-R P.2109-2 (2023), annex 1, 3, equations 1 to 10 and table 1.</remarks>
public static class BuildingEntry
{
    private static readonly Coefficients OfTraditional = new(12.64, 3.72, 0.96, 9.6, 2.0, 9.1, -3.0, 4.5, -2.0);
    private static readonly Coefficients OfEfficient = new(28.19, -3.00, 8.48, 13.5, 3.8, 27.8, -2.9, 9.4, -2.1);

    /// <summary>L_BEL: loss not exceeded in a share of cases, dB.</summary>
    /// <param name="kind">The building.</param>
    /// <param name="frequencyGigahertz">Carrier frequency, 0.08 to 100 GHz.</param>
    /// <param name="elevationDegrees">Elevation of the path at the wall, -90 to 90.</param>
    /// <param name="percent">Share of cases, above 0 and below 100 percent.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is NaN or not between 0 and 100.</exception>
    public static double LossDb(BuildingKind kind, double frequencyGigahertz, double elevationDegrees, double percent)
    {
        if (!(percent is > 0 and < 100))
            throw new ArgumentOutOfRangeException(nameof(percent), percent, "A share lies between 0 and 100 percent.");
        var of = kind == BuildingKind.Traditional ? OfTraditional : OfEfficient;
        var log = Math.Log10(frequencyGigahertz);
        var quantile = NormalDistribution.Quantile(percent / 100);
        var horizontal = of.R + (of.S * log) + (of.T * log * log);
        var through = horizontal + (0.212 * Math.Abs(elevationDegrees)) + (quantile * (of.U + (of.V * log)));
        var around = of.W + (of.X * log) + (quantile * (of.Y + (of.Z * log)));
        return 10 * Math.Log10(Math.Pow(10, through / 10) + Math.Pow(10, around / 10) + Math.Pow(10, -0.3));
    }

    /// <summary>Which limits of the model are broken: 0.08 to 100 GHz, -90 to 90 degrees, between 0 and 100 percent.</summary>
    public static ModelLimits Broken(double frequencyGigahertz, double elevationDegrees, double percent) =>
        Limit.Outside(frequencyGigahertz, 0.08, 100, ModelLimits.Frequency)
        | Limit.Outside(elevationDegrees, -90, 90, ModelLimits.Elevation)
        | (percent is > 0 and < 100 ? ModelLimits.None : ModelLimits.LocationPercent);

    // the letters of table 1
    private readonly record struct Coefficients(double R, double S, double T, double U, double V, double W, double X, double Y, double Z);
}
