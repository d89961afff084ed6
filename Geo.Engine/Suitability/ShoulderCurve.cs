using System.Runtime.Intrinsics;

namespace Geo.Engine.Suitability;

/// <summary>
/// The shoulders of memberships. Sine and cosine are summed from their series, not taken from the platform: mathematical libraries differ in
/// the last bit between processors, and a score must not.
/// </summary>
internal static class ShoulderCurve
{
    /// <summary>The height of a shoulder at t, 0 to 1; t is clamped, NaN stays NaN. Error below 1e-14.</summary>
    public static double Height(Shoulder shoulder, double t)
    {
        var share = Math.Clamp(t, 0, 1);
        return shoulder switch
        {
            Shoulder.S => SineSquared(share),
            Shoulder.J => Tangent(share) * Tangent(share),
            Shoulder.G => Math.Sqrt(Tangent(share)),
            _ => share,
        };
    }

    /// <summary>Whether there are vectors of a shoulder.</summary>
    public static bool HasVectors(Shoulder shoulder) => shoulder is Shoulder.Linear or Shoulder.S;

    /// <summary>The heights of a shoulder at t from 0 to 1, or NaN: those of one t, to the bit.</summary>
    public static Vector512<double> Height(Shoulder shoulder, Vector512<double> t) => shoulder == Shoulder.S ? SineSquared(t) : t;

    private static Vector512<double> SineSquared(Vector512<double> t)
    {
        var isUpper = Vector512.GreaterThan(t, Vector512.Create(0.5));
        var x = Vector512.ConditionalSelect(isUpper, Vector512<double>.One - t, t) * (Math.PI / 2);
        var (square, sum) = (x * x, Vector512<double>.One);
        for (var k = 14; k >= 2; k -= 2)
            sum = Vector512<double>.One - (square / Vector512.Create((double)(k * (k + 1))) * sum);
        var sine = x * sum;
        return Vector512.ConditionalSelect(isUpper, Vector512<double>.One - (sine * sine), sine * sine);
    }

    private static double SineSquared(double t)
    {
        if (t > 0.5)
            return 1 - SineSquared(1 - t);
        var sine = Sine(t * (Math.PI / 2));
        return sine * sine;
    }

    private static double Tangent(double t) => t >= 1 ? 1 : Sine(t * (Math.PI / 4)) / Cosine(t * (Math.PI / 4));

    /// <summary>Taylor series for 0..pi/4: the first term left out is below 1e-16.</summary>
    private static double Sine(double x)
    {
        var sum = 1.0;
        for (var k = 14; k >= 2; k -= 2)
            sum = 1 - (x * x / (k * (k + 1)) * sum);
        return x * sum;
    }

    private static double Cosine(double x)
    {
        var sum = 1.0;
        for (var k = 15; k >= 1; k -= 2)
            sum = 1 - (x * x / (k * (k + 1)) * sum);
        return sum;
    }
}
