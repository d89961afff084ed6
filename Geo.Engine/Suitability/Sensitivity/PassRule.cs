using System.Runtime.Intrinsics;

namespace Geo.Engine.Suitability.Sensitivity;

/// <summary>When a cell passes: its score under a rule of combination reaches a threshold.</summary>
/// <param name="Aggregation">The rule.</param>
/// <param name="Threshold">Lowest score that passes.</param>
public sealed record PassRule(Aggregation Aggregation, double Threshold)
{
    /// <summary>Whether the rule is a weighted sum of something that depends on one criterion each: then passing is the sign of a sum of weight x margin.</summary>
    internal bool IsLinear => Aggregation is Aggregation.Wlc or Aggregation.Geometric;

    /// <summary>
    /// Turns memberships into margins: how far each lies above the threshold, 0 where a criterion is left out. A weighted sum of memberships reaches the threshold just when
    /// that of the margins is not negative, whatever is left out.
    /// </summary>
    /// <param name="degrees">Memberships; NaN where left out.</param>
    /// <param name="margins">As many.</param>
    /// <param name="known">Each becomes all ones where the cell's membership is known, and stays as it is elsewhere.</param>
    internal void Margins(ReadOnlySpan<float> degrees, Span<float> margins, Span<int> known)
    {
        var done = Aggregation is Aggregation.Wlc ? WholeVectors(degrees, margins, known) : 0;
        var logarithm = Math.Log(Threshold);
        for (var i = done; i < degrees.Length; i++)
        {
            if (float.IsNaN(degrees[i]))
            {
                margins[i] = 0;
                continue;
            }
            known[i] = -1;
            margins[i] = (float)(Aggregation is Aggregation.Wlc ? degrees[i] - Threshold : Math.Max(Math.Log(degrees[i]) - logarithm, -1e30));
        }
    }

    // Eight cells at a time, in double like a single one; returns how many are done.
    private int WholeVectors(ReadOnlySpan<float> degrees, Span<float> margins, Span<int> known)
    {
        var (threshold, i) = (Vector256.Create(Threshold), 0);
        for (; i <= degrees.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var values = Vector256.Create(degrees[i..]);
            var isNumber = Vector256.Equals(values, values);
            var (lower, upper) = Vector256.Widen(values);
            (Vector256.Narrow(lower - threshold, upper - threshold) & isNumber).CopyTo(margins[i..]);
            (Vector256.Create<int>(known[i..]) | isNumber.AsInt32()).CopyTo(known[i..]);
        }
        return i;
    }
}
