using System.Numerics;

namespace Geo.Engine.Suitability.Combining;

/// <summary>The ordered weighted average with weights of places alone. A cell in which a criterion is missing has no score.</summary>
internal sealed class OrderedCombiner(IReadOnlyList<double> places) : CellCombiner
{
    private readonly (int First, int Second)[] _network = SortingNetwork.Of(places.Count);
    private readonly double[] _places = [.. places];

    /// <inheritdoc/>
    public override void Combine(DegreeRows degrees, Span<float> score)
    {
        Span<Vector<float>> sorted = stackalloc Vector<float>[_places.Length];
        for (var start = 0; start < score.Length; start += Vector<float>.Count)
        {
            var length = Math.Min(Vector<float>.Count, score.Length - start);
            var isKnown = new Vector<int>(-1);
            for (var c = 0; c < sorted.Length; c++)
            {
                sorted[c] = Lanes.Load(degrees[c], start, length);
                isKnown &= Vector.Equals(sorted[c], sorted[c]);
            }
            foreach (var (first, second) in _network)
                (sorted[first], sorted[second]) = (Vector.MaxNative(sorted[first], sorted[second]), Vector.MinNative(sorted[first], sorted[second]));
            // Processors differ in what the greater of a number and NaN is, so NaN is put in afterwards.
            Lanes.Store(Vector.ConditionalSelect(isKnown, Average(sorted), new Vector<float>(float.NaN)), score, start, length);
        }
    }

    private Vector<float> Average(ReadOnlySpan<Vector<float>> sorted)
    {
        var (low, high) = (Vector<double>.Zero, Vector<double>.Zero);
        for (var place = 0; place < sorted.Length; place++)
        {
            Vector.Widen(sorted[place], out var lowDegrees, out var highDegrees);
            var weight = new Vector<double>(_places[place]);
            low += lowDegrees * weight;
            high += highDegrees * weight;
        }
        return Vector.Narrow(low, high);
    }
}
