using System.Numerics;

namespace Geo.Engine.Suitability;

/// <summary>The commonest membership, eight or sixteen cells at a time.</summary>
internal static class LinearRamp
{
    /// <summary>clamp((x - worst) / (best - worst), 0, 1) in double, rounded to float32; NaN stays NaN.</summary>
    public static void Apply(ReadOnlySpan<float> values, Span<float> degrees, double worst, double best)
    {
        var i = 0;
        if (Vector.IsHardwareAccelerated)
            for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count)
                Ramp(new Vector<float>(values[i..]), worst, best).CopyTo(degrees[i..]);
        for (; i < values.Length; i++)
            degrees[i] = (float)Math.Clamp((values[i] - worst) / (best - worst), 0, 1);
    }

    private static Vector<float> Ramp(Vector<float> values, double worst, double best)
    {
        Vector.Widen(values, out var low, out var high);
        return Vector.Narrow(Ramp(low, worst, best), Ramp(high, worst, best));
    }

    private static Vector<double> Ramp(Vector<double> values, double worst, double best)
    {
        var share = (values - new Vector<double>(worst)) / new Vector<double>(best - worst);
        var clamped = Vector.Min(Vector.Max(share, Vector<double>.Zero), Vector<double>.One);
        return Vector.ConditionalSelect(Vector.Equals(share, share), clamped, share);
    }
}
