using System.Numerics;

namespace Geo.Engine.Suitability.Combining;

/// <summary>
/// The ordered weighted average guided by alpha. A criterion counts by what it adds to the weight, to the power of alpha, of the criteria that stand before it in its cell: one table
/// for each criterion of all sets of others, instead of sorting and powers in every cell. A criterion that is missing counts as 0 and stands before none that counts; all is then
/// divided by the quantity of those that are known.
/// </summary>
internal sealed class GuidedCombiner : CellCombiner
{
    /// <summary>Most criteria: the tables then have 49,152 numbers, as much as a processor's second cache holds well.</summary>
    public const int MostCriteria = 12;

    private readonly double[] _quantities;
    private readonly double[][] _gains;

    /// <summary>Takes alpha and the weights of the criteria, sum 1.</summary>
    public GuidedCombiner(double alpha, double[] weights)
    {
        _quantities = new double[1 << weights.Length];
        for (var set = 1; set < _quantities.Length; set++)
            _quantities[set] = Math.Pow(Math.Min(1, WeightOf(set, weights)), alpha);
        _quantities[^1] = 1; // a sum that is a rounding short of 1 would be nothing under a great power
        _gains = [.. weights.Select((_, c) => _quantities.Select((quantity, set) => _quantities[set | (1 << c)] - quantity).ToArray())];
    }

    /// <inheritdoc/>
    public override void Combine(DegreeRows degrees, Span<float> score)
    {
        Span<Vector<float>> values = stackalloc Vector<float>[_gains.Length];
        Span<Vector<int>> before = stackalloc Vector<int>[_gains.Length];
        for (var start = 0; start < score.Length; start += Vector<float>.Count)
        {
            var length = Math.Min(Vector<float>.Count, score.Length - start);
            var known = Load(degrees, start, length, values);
            Order(values, before);
            var sums = Sum(values, before);
            Lanes.Store(known == new Vector<int>(_quantities.Length - 1) ? sums : Scaled(sums, known), score, start, length);
        }
    }

    // The criteria that are known in each cell, as bits.
    private static Vector<int> Load(DegreeRows degrees, int start, int length, Span<Vector<float>> values)
    {
        var known = Vector<int>.Zero;
        for (var c = 0; c < values.Length; c++)
        {
            var row = Lanes.Load(degrees[c], start, length);
            var isKnown = Vector.Equals(row, row);
            values[c] = Vector.ConditionalSelect(isKnown, row, Vector<float>.Zero);
            known |= isKnown & new Vector<int>(1 << c);
        }
        return known;
    }

    // The better of two stands before the other; of equal ones the first.
    private static void Order(ReadOnlySpan<Vector<float>> values, Span<Vector<int>> before)
    {
        before.Clear();
        for (var i = 0; i < values.Length; i++)
        {
            var (value, bit, ofThis) = (values[i], new Vector<int>(1 << i), before[i]);
            for (var j = i + 1; j < values.Length; j++)
            {
                var isBetter = Vector.GreaterThanOrEqual(value, values[j]);
                before[j] |= isBetter & bit;
                ofThis |= Vector.AndNot(new Vector<int>(1 << j), isBetter);
            }
            before[i] = ofThis;
        }
    }

    private Vector<float> Sum(ReadOnlySpan<Vector<float>> values, ReadOnlySpan<Vector<int>> before)
    {
        Span<int> sets = stackalloc int[Vector<int>.Count];
        Span<double> parts = stackalloc double[Vector<float>.Count];
        var (low, high) = (Vector<double>.Zero, Vector<double>.Zero);
        for (var c = 0; c < values.Length; c++)
        {
            ReadOnlySpan<double> gains = _gains[c];
            before[c].CopyTo(sets);
            for (var lane = 0; lane < sets.Length; lane++)
                parts[lane] = gains[sets[lane]];
            Vector.Widen(values[c], out var lowValues, out var highValues);
            low += lowValues * new Vector<double>(parts);
            high += highValues * new Vector<double>(parts[Vector<double>.Count..]);
        }
        return Vector.Narrow(low, high);
    }

    private Vector<float> Scaled(Vector<float> sums, Vector<int> known)
    {
        Span<float> scaled = stackalloc float[Vector<float>.Count];
        sums.CopyTo(scaled);
        for (var lane = 0; lane < scaled.Length; lane++)
            scaled[lane] = _quantities[known[lane]] == 0 ? float.NaN : (float)(scaled[lane] / _quantities[known[lane]]);
        return new Vector<float>(scaled);
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
