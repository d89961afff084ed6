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

    /// <summary>sum += weight x degree where there is a degree; missing += weight where there is none.</summary>
    public static void AddKnown(ReadOnlySpan<float> degrees, double weight, Span<double> sum, Span<double> missing)
    {
        var i = 0;
        for (; i <= degrees.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(degrees[i..]), out var low, out var high);
            AddKnown(low, weight, sum[i..], missing[i..]);
            AddKnown(high, weight, sum[(i + Vector<double>.Count)..], missing[(i + Vector<double>.Count)..]);
        }
        for (; i < degrees.Length; i++)
            if (float.IsNaN(degrees[i]))
                missing[i] += weight;
            else
                sum[i] += degrees[i] * weight;
    }

    private static void AddKnown(Vector<double> degrees, double weight, Span<double> sum, Span<double> missing)
    {
        var isKnown = Vector.Equals(degrees, degrees);
        var factor = new Vector<double>(weight);
        (new Vector<double>(sum) + Vector.ConditionalSelect(isKnown, degrees * factor, Vector<double>.Zero)).CopyTo(sum);
        (new Vector<double>(missing) + Vector.ConditionalSelect(isKnown, Vector<double>.Zero, factor)).CopyTo(missing);
    }

    /// <summary>Where the first NaN is, or a few numbers before it; the length where there is none.</summary>
    public static int FirstMissing(ReadOnlySpan<float> degrees)
    {
        var i = 0;
        for (; i <= degrees.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var values = new Vector<float>(degrees[i..]);
            if (!Vector.EqualsAll(values, values))
                return i;
        }
        while (i < degrees.Length && !float.IsNaN(degrees[i]))
            i++;
        return i;
    }

    /// <summary>Notes a reason where there is no degree and no reason yet.</summary>
    public static void MarkMissing(ReadOnlySpan<float> degrees, byte reason, Span<byte> reasons)
    {
        for (var i = FirstMissing(degrees); i < degrees.Length; i++)
            if (float.IsNaN(degrees[i]) && reasons[i] == 0)
                reasons[i] = reason;
    }

    /// <summary>Takes the score of cells with a reason away, and notes <paramref name="noData"/> where nothing is known of a cell.</summary>
    public static void Finish(Span<byte> reasons, byte noData, Span<float> score)
    {
        for (var i = 0; i < score.Length; i++)
            if (reasons[i] != 0)
                score[i] = float.NaN;
            else if (float.IsNaN(score[i]))
                reasons[i] = noData;
    }
}
