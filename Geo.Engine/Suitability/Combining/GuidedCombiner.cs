using System.Numerics;

namespace Geo.Engine.Suitability.Combining;

/// <summary>
/// The ordered weighted average guided by alpha. With z sorted from the best, it is the sum of Q(the k best) x (z_k - z_k+1), where Q is the weight of a set of criteria to
/// the power of alpha: one table of all sets instead of powers in every cell. A criterion that is missing counts as 0 and is in no set; all is then divided by Q of those that are known.
/// </summary>
internal sealed class GuidedCombiner : CellCombiner
{
    /// <summary>Most criteria: the table then has 65,536 sets, half a megabyte.</summary>
    public const int MostCriteria = 16;

    private readonly (int First, int Second)[] _network;
    private readonly double[] _quantities;
    private readonly int _count;

    /// <summary>Takes alpha and the weights of the criteria, sum 1.</summary>
    public GuidedCombiner(double alpha, double[] weights)
    {
        _count = weights.Length;
        _network = SortingNetwork.Of(_count);
        _quantities = new double[1 << _count];
        for (var set = 1; set < _quantities.Length; set++)
            _quantities[set] = Math.Pow(Math.Min(1, WeightOf(set, weights)), alpha);
        _quantities[^1] = 1; // a sum that is a rounding short of 1 would be nothing under a great power
    }

    /// <inheritdoc/>
    public override void Combine(DegreeRows degrees, Span<float> score)
    {
        var (sorted, sets) = (new Vector<float>[_count], new Vector<int>[_count]);
        Span<double> sums = stackalloc double[Vector<float>.Count];
        for (var start = 0; start < score.Length; start += Vector<float>.Count)
        {
            var length = Math.Min(Vector<float>.Count, score.Length - start);
            Sort(degrees, start, length, sorted, sets);
            Sum(sorted, sets, sums);
            for (var lane = 0; lane < length; lane++)
                score[start + lane] = (float)sums[lane];
        }
    }

    private void Sort(DegreeRows degrees, int start, int length, Vector<float>[] sorted, Vector<int>[] sets)
    {
        for (var c = 0; c < _count; c++)
        {
            var values = Lanes.Load(degrees[c], start, length);
            var isKnown = Vector.Equals(values, values);
            sorted[c] = Vector.ConditionalSelect(isKnown, values, Vector<float>.Zero);
            sets[c] = isKnown & new Vector<int>(1 << c);
        }
        foreach (var (first, second) in _network)
        {
            var (one, other) = (sorted[first], sorted[second]);
            var isTurned = Vector.LessThan(one, other);
            (sorted[first], sorted[second]) = (Vector.ConditionalSelect(isTurned, other, one), Vector.ConditionalSelect(isTurned, one, other));
            (sets[first], sets[second]) = (Vector.ConditionalSelect(isTurned, sets[second], sets[first]), Vector.ConditionalSelect(isTurned, sets[first], sets[second]));
        }
    }

    private void Sum(Vector<float>[] sorted, Vector<int>[] sets, Span<double> sums)
    {
        var quantities = _quantities.AsSpan();
        Span<int> reached = stackalloc int[Vector<int>.Count];
        Span<double> steps = stackalloc double[Vector<float>.Count];
        var set = Vector<int>.Zero;
        sums.Clear();
        for (var place = 0; place < sorted.Length; place++)
        {
            set |= sets[place];
            set.CopyTo(reached);
            Steps(sorted[place], place + 1 < sorted.Length ? sorted[place + 1] : Vector<float>.Zero, steps);
            for (var lane = 0; lane < reached.Length; lane++)
                sums[lane] += quantities[reached[lane]] * steps[lane];
        }
        for (var lane = 0; lane < reached.Length; lane++)
            if (reached[lane] != quantities.Length - 1)
                sums[lane] = quantities[reached[lane]] == 0 ? double.NaN : sums[lane] / quantities[reached[lane]];
    }

    private static void Steps(Vector<float> upper, Vector<float> lower, Span<double> steps)
    {
        Vector.Widen(upper, out var upperLow, out var upperHigh);
        Vector.Widen(lower, out var lowerLow, out var lowerHigh);
        (upperLow - lowerLow).CopyTo(steps);
        (upperHigh - lowerHigh).CopyTo(steps[Vector<double>.Count..]);
    }

    private static double WeightOf(int set, double[] weights)
    {
        var sum = 0.0;
        for (var c = 0; c < weights.Length; c++)
            if ((set & (1 << c)) != 0)
                sum += weights[c];
        return sum;
    }
}
