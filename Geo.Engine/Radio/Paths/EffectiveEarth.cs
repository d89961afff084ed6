namespace Geo.Engine.Radio.Paths;

/// <summary>Radii of the earth over which rays are straight.</summary>
/// <param name="MedianKilometres">Exceeded half of the time, ae.</param>
/// <param name="RareKilometres">Exceeded in the small share of time b0 for which layered air bends rays strongly, a_beta.</param>
/// <remarks>Source: ITU-R P.1812, annex 1, 3.5 (equations 6 and 7); P.452 and P.2001 use the same.</remarks>
public readonly record struct EffectiveEarth(double MedianKilometres, double RareKilometres)
{
    /// <summary>Mean radius of the earth.</summary>
    public const double TrueKilometres = 6_371;

    private const double RareFactor = 3;
    private const double StraightGradient = 157; // N-units per kilometre at which rays follow the earth

    /// <summary>The radii for air whose refractivity falls by so many N-units in the lowest kilometre.</summary>
    /// <param name="gradient">ΔN of ITU-R P.453, positive where refractivity falls; below 157.</param>
    /// <exception cref="ArgumentOutOfRangeException">The gradient is NaN, or 157 and more, where rays no longer leave the ground.</exception>
    public static EffectiveEarth OfGradient(double gradient)
    {
        if (!(gradient < StraightGradient))
            throw new ArgumentOutOfRangeException(nameof(gradient), gradient, "The gradient of refractivity must be below 157 N-units/km.");
        return new(TrueKilometres * StraightGradient / (StraightGradient - gradient), TrueKilometres * RareFactor);
    }
}
