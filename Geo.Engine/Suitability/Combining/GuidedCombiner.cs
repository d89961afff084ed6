using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
    private readonly int _criteria;
    private readonly double[] _gains; // of a criterion c before which a set stands: at c 2^criteria + set

    /// <summary>Takes alpha and the weights of the criteria, sum 1.</summary>
    public GuidedCombiner(double alpha, double[] weights)
    {
        _criteria = weights.Length;
        _quantities = new double[1 << _criteria];
        for (var set = 1; set < _quantities.Length; set++)
            _quantities[set] = Math.Pow(Math.Min(1, WeightOf(set, weights)), alpha);
        _quantities[^1] = 1; // a sum that is a rounding short of 1 would be nothing under a great power
        _gains = [.. weights.SelectMany((_, c) => _quantities.Select((quantity, set) => _quantities[set | (1 << c)] - quantity))];
    }

    /// <inheritdoc/>
    public override void Combine(DegreeRows degrees, Span<float> score)
    {
        Span<Vector256<float>> values = stackalloc Vector256<float>[_criteria];
        Span<Vector256<int>> before = stackalloc Vector256<int>[_criteria];
        for (var start = 0; start < score.Length; start += Vector256<float>.Count)
        {
            var length = Math.Min(Vector256<float>.Count, score.Length - start);
            var known = Load(degrees, start, length, values);
            Order(values, before);
            var sums = Sum(values, MemoryMarshal.Cast<Vector256<int>, int>(before));
            Lanes.Store(known == Vector256.Create(_quantities.Length - 1) ? sums : Scaled(sums, known), score, start, length);
        }
    }

    // The criteria that are known in each cell, as bits.
    private static Vector256<int> Load(DegreeRows degrees, int start, int length, Span<Vector256<float>> values)
    {
        var known = Vector256<int>.Zero;
        for (var c = 0; c < values.Length; c++)
        {
            var row = Lanes.Load(degrees[c], start, length);
            var isKnown = Vector256.Equals(row, row);
            values[c] = Vector256.ConditionalSelect(isKnown, row, Vector256<float>.Zero);
            known |= isKnown.AsInt32() & Vector256.Create(1 << c);
        }
        return known;
    }

    // The better of two stands before the other; of equal ones the first. What comes out are places of gains.
    private static void Order(ReadOnlySpan<Vector256<float>> values, Span<Vector256<int>> before)
    {
        for (var i = 0; i < before.Length; i++)
            before[i] = Vector256.Create(i << before.Length);
        for (var i = 0; i < values.Length; i++)
        {
            var (value, bit, ofThis) = (values[i], Vector256.Create(1 << i), before[i]);
            for (var j = i + 1; j < values.Length; j++)
            {
                var isBetter = Vector256.GreaterThanOrEqual(value, values[j]).AsInt32();
                before[j] |= isBetter & bit;
                ofThis |= Vector256.AndNot(Vector256.Create(1 << j), isBetter);
            }
            before[i] = ofThis;
        }
    }

    private Vector256<float> Sum(ReadOnlySpan<Vector256<float>> values, ReadOnlySpan<int> before)
    {
        ReadOnlySpan<double> gains = _gains;
        var (low, high) = (Vector256<double>.Zero, Vector256<double>.Zero);
        foreach (var degrees in values)
        {
            var at = before[..Vector256<int>.Count];
            low += Vector256.WidenLower(degrees) * Vector256.Create(gains[at[0]], gains[at[1]], gains[at[2]], gains[at[3]]);
            high += Vector256.WidenUpper(degrees) * Vector256.Create(gains[at[4]], gains[at[5]], gains[at[6]], gains[at[7]]);
            before = before[Vector256<int>.Count..];
        }
        return Vector256.Narrow(low, high);
    }

    private Vector256<float> Scaled(Vector256<float> sums, Vector256<int> known)
    {
        Span<float> scaled = stackalloc float[Vector256<float>.Count];
        sums.CopyTo(scaled);
        for (var lane = 0; lane < scaled.Length; lane++)
            scaled[lane] = _quantities[known[lane]] == 0 ? float.NaN : (float)(scaled[lane] / _quantities[known[lane]]);
        return Vector256.Create(scaled);
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
