namespace Geo.Engine.Suitability.Combining;

/// <summary>The ordered weighted average in which weights of places and of criteria both count. A cell in which a criterion is missing has no score.</summary>
internal sealed class ReweightedCombiner(IReadOnlyList<double> places, double[] weights) : CellCombiner
{
    private readonly double[] _places = [.. places];

    /// <inheritdoc/>
    public override void Combine(DegreeRows degrees, Span<float> score)
    {
        Span<int> order = stackalloc int[weights.Length];
        for (var cell = 0; cell < score.Length; cell++)
            score[cell] = CellOrder.Of(degrees, cell, order) == order.Length ? (float)Average(degrees, cell, order) : float.NaN;
    }

    private double Average(DegreeRows degrees, int cell, ReadOnlySpan<int> order)
    {
        var (sum, total) = (0.0, 0.0);
        for (var place = 0; place < order.Length; place++)
        {
            var weight = _places[place] * weights[order[place]];
            sum += weight * degrees[order[place]][cell];
            total += weight;
        }
        return total == 0 ? double.NaN : sum / total;
    }
}
