using System.Numerics;

namespace Geo.Engine.Suitability;

/// <summary>
/// Sums memberships into scores, one criterion after the other over a span of cells. Sums are taken in double in the order of the criteria,
/// so neither the length of the span nor the number of threads moves a bit.
/// </summary>
internal static class ScoreKernel
{
    /// <summary>sum += weight x degree; NaN degrees make the sum NaN.</summary>
    public static void AddWeighted(ReadOnlySpan<float> degrees, double weight, Span<double> sum)
    {
        var i = 0;
        var factor = new Vector<double>(weight);
        for (; i <= degrees.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(degrees[i..]), out var low, out var high);
            (new Vector<double>(sum[i..]) + (low * factor)).CopyTo(sum[i..]);
            var upper = sum[(i + Vector<double>.Count)..];
            (new Vector<double>(upper) + (high * factor)).CopyTo(upper);
        }
        for (; i < degrees.Length; i++)
            sum[i] += degrees[i] * weight;
    }

    /// <summary>Puts <paramref name="degree"/> where there is none.</summary>
    public static void Replace(Span<float> degrees, float degree)
    {
        var i = 0;
        for (; i <= degrees.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var values = new Vector<float>(degrees[i..]);
            Vector.ConditionalSelect(Vector.Equals(values, values), values, new Vector<float>(degree)).CopyTo(degrees[i..]);
        }
        for (; i < degrees.Length; i++)
            if (float.IsNaN(degrees[i]))
                degrees[i] = degree;
    }

    /// <summary>missing += weight where there is no degree.</summary>
    public static void AddMissing(ReadOnlySpan<float> degrees, double weight, Span<double> missing)
    {
        for (var i = 0; i < degrees.Length; i++)
            if (float.IsNaN(degrees[i]))
                missing[i] += weight;
    }

    /// <summary>Notes a reason where there is no degree and no reason yet.</summary>
    public static void MarkMissing(ReadOnlySpan<float> degrees, byte reason, Span<byte> reasons)
    {
        for (var i = 0; i < degrees.Length; i++)
            if (float.IsNaN(degrees[i]) && reasons[i] == 0)
                reasons[i] = reason;
    }

    /// <summary>sum += weight x ln(degree), for the geometric mean; a degree of 0 gives negative infinity, but for a weight of 0.</summary>
    public static void AddLogarithms(ReadOnlySpan<float> degrees, double weight, Span<double> sum)
    {
        if (weight == 0)
            return;
        for (var i = 0; i < degrees.Length; i++)
            sum[i] += weight * Math.Log(degrees[i]);
    }
}
