namespace Geo.Engine.Radio.Clutter;

/// <summary>
/// Loss because one terminal stands below the roofs of a town, where nothing more is known than that: a share of places instead of a place. For both ends
/// it is added twice. Never on top of P.1812 with clutter heights, nor of models that hold clutter themselves.
/// </summary>
/// <remarks>Source: ITU-R P.2108-1 (2021), annex 1, 3.2 (equations 3 to 6).</remarks>
public static class TownClutter
{
    private const double FarKilometres = 2;

    /// <summary>L_ctt: loss not exceeded at a share of places, dB; not more than at 2 km.</summary>
    /// <param name="frequencyGigahertz">Carrier frequency, 0.5 to 67 GHz.</param>
    /// <param name="distanceKilometres">Length of the path, 0.25 km and more (1 km where both ends are corrected).</param>
    /// <param name="percent">Share of places, above 0 and below 100 percent.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is NaN or not between 0 and 100.</exception>
    public static double LossDb(double frequencyGigahertz, double distanceKilometres, double percent)
    {
        if (!(percent is > 0 and < 100))
            throw new ArgumentOutOfRangeException(nameof(percent), percent, "A share lies between 0 and 100 percent.");
        var quantile = NormalDistribution.Quantile(percent / 100);
        return Math.Min(At(frequencyGigahertz, distanceKilometres, quantile), At(frequencyGigahertz, FarKilometres, quantile));
    }

    /// <summary>Which limits of the model are broken: 0.5 to 67 GHz, 0.25 km and more, between 0 and 100 percent.</summary>
    public static ModelLimits Broken(double frequencyGigahertz, double distanceKilometres, double percent) =>
        Limit.Outside(frequencyGigahertz, 0.5, 67, ModelLimits.Frequency)
        | Limit.Below(distanceKilometres, 0.25, ModelLimits.TooNear)
        | (percent is > 0 and < 100 ? ModelLimits.None : ModelLimits.LocationPercent);

    private static double At(double frequencyGigahertz, double distanceKilometres, double quantile)
    {
        var log = Math.Log10(frequencyGigahertz);
        var far = -2 * Math.Log10(Math.Pow(10, (-5 * log) - 12.5) + Math.Pow(10, -16.5));
        var near = 32.98 + (23.9 * Math.Log10(distanceKilometres)) + (3 * log);
        var (farShare, nearShare) = (Math.Pow(10, -0.2 * far), Math.Pow(10, -0.2 * near));
        var deviation = Math.Sqrt(((16 * farShare) + (36 * nearShare)) / (farShare + nearShare));
        return (-5 * Math.Log10(farShare + nearShare)) + (deviation * quantile);
    }
}
