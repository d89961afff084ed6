using System.Runtime.Intrinsics;

namespace Geo.Engine.Suitability;

/// <summary>Memberships of eight values at a time, in double and by the steps of <see cref="Membership.Degree"/>: equal to it rounded, to the bit. NaN stays NaN.</summary>
internal static class MembershipVectors
{
    /// <summary>A membership of eight values.</summary>
    public interface ICurve
    {
        /// <summary>The degrees, 0 to 1; NaN for NaN.</summary>
        Vector512<double> Degrees(Vector512<double> values);
    }

    /// <summary>The degrees of many values, as float32.</summary>
    public static void Apply<T>(T curve, ReadOnlySpan<float> values, Span<float> degrees)
        where T : struct, ICurve
    {
        var i = 0;
        for (; i <= values.Length - Vector256<float>.Count; i += Vector256<float>.Count)
            Degrees(curve, Vector256.Create(values[i..])).CopyTo(degrees[i..]);
        if (i == values.Length)
            return;
        Span<float> last = stackalloc float[Vector256<float>.Count];
        last.Clear();
        values[i..].CopyTo(last);
        Degrees(curve, Vector256.Create<float>(last)).CopyTo(last);
        last[..(values.Length - i)].CopyTo(degrees[i..]);
    }

    private static Vector256<float> Degrees<T>(T curve, Vector256<float> values)
        where T : struct, ICurve
    {
        var degrees = curve.Degrees(Vector512.Create(Vector256.WidenLower(values), Vector256.WidenUpper(values)));
        return Vector256.Narrow(degrees.GetLower(), degrees.GetUpper());
    }

    /// <summary>See <see cref="Membership.Slope"/>.</summary>
    public readonly struct Slope(double worst, double best, Shoulder shoulder) : ICurve
    {
        /// <inheritdoc/>
        public Vector512<double> Degrees(Vector512<double> values)
        {
            var share = (values - Vector512.Create(worst)) / Vector512.Create(best - worst);
            return ShoulderCurve.Height(shoulder, Vector512.Min(Vector512.Max(share, Vector512<double>.Zero), Vector512<double>.One));
        }
    }

    /// <summary>See <see cref="Membership.Trapezoid"/>.</summary>
    public readonly struct Trapezoid(double a, double b, double c, double d, Shoulder shoulder) : ICurve
    {
        /// <inheritdoc/>
        public Vector512<double> Degrees(Vector512<double> values)
        {
            var (low, high) = (Vector512.Create(b), Vector512.Create(c));
            var up = (values - Vector512.Create(a)) / Vector512.Create(b - a);
            var down = (Vector512.Create(d) - values) / Vector512.Create(d - c);
            var share = Vector512.ConditionalSelect(Vector512.LessThan(values, low), up, down);
            var isOutside = Vector512.LessThanOrEqual(values, Vector512.Create(a)) | Vector512.GreaterThanOrEqual(values, Vector512.Create(d));
            var isBest = Vector512.GreaterThanOrEqual(values, low) & Vector512.LessThanOrEqual(values, high);
            share = Vector512.ConditionalSelect(isBest, Vector512<double>.One, Vector512.ConditionalSelect(isOutside, Vector512<double>.Zero, share));
            return ShoulderCurve.Height(shoulder, share);
        }
    }

    /// <summary>See <see cref="Membership.Small"/>.</summary>
    public readonly struct Small(double midpoint, int spread) : ICurve
    {
        /// <inheritdoc/>
        public Vector512<double> Degrees(Vector512<double> values)
        {
            var ratio = Vector512.Max(values, Vector512<double>.Zero) / Vector512.Create(midpoint);
            var power = Vector512<double>.One;
            for (var factor = 0; factor < spread; factor++)
                power *= ratio;
            return Vector512<double>.One / (Vector512<double>.One + power);
        }
    }
}
