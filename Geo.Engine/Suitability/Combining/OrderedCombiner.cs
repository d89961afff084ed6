using System.Runtime.Intrinsics;

namespace Geo.Engine.Suitability.Combining;

/// <summary>The ordered weighted average with weights of places alone. A cell in which a criterion is missing has no score.</summary>
internal sealed class OrderedCombiner(IReadOnlyList<double> places) : CellCombiner
{
    private readonly (int First, int Second)[] _network = SortingNetwork.Of(places.Count);
    private readonly double[] _places = [.. places];

    /// <inheritdoc/>
    public override void Combine(DegreeRows degrees, Span<float> score)
    {
        Span<Vector256<float>> sorted = stackalloc Vector256<float>[_places.Length];
        for (var start = 0; start < score.Length; start += Vector256<float>.Count)
        {
            var length = Math.Min(Vector256<float>.Count, score.Length - start);
            var isKnown = Vector256<int>.AllBitsSet;
            for (var c = 0; c < sorted.Length; c++)
            {
                sorted[c] = Lanes.Load(degrees[c], start, length);
                isKnown &= Vector256.Equals(sorted[c], sorted[c]).AsInt32();
            }
            foreach (var (first, second) in _network)
                (sorted[first], sorted[second]) = (Vector256.MaxNative(sorted[first], sorted[second]), Vector256.MinNative(sorted[first], sorted[second]));
            // Processors differ in what the greater of a number and NaN is, so NaN is put in afterwards.
            Lanes.Store(Vector256.ConditionalSelect(isKnown.AsSingle(), Average(sorted), Vector256.Create(float.NaN)), score, start, length);
        }
    }

    private Vector256<float> Average(ReadOnlySpan<Vector256<float>> sorted)
    {
        var (low, high) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (var place = 0; place < sorted.Length; place++)
        {
            var weight = Vector256.Create(_places[place]);
            low += Vector256.WidenLower(sorted[place]) * weight;
            high += Vector256.WidenUpper(sorted[place]) * weight;
        }
        return Vector256.Narrow(low, high);
    }
}
