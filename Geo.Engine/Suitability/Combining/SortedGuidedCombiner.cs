namespace Geo.Engine.Suitability.Combining;

/// <summary>The guided average for more criteria than a table of their sets can hold: a power for each place of each cell.</summary>
internal sealed class SortedGuidedCombiner(double alpha, double[] weights) : CellCombiner
{
    /// <inheritdoc/>
    public override void Combine(DegreeRows degrees, Span<float> score)
    {
        Span<int> order = stackalloc int[weights.Length];
        for (var cell = 0; cell < score.Length; cell++)
            score[cell] = (float)Average(degrees, cell, order[..CellOrder.Of(degrees, cell, order)]);
    }

    private double Average(DegreeRows degrees, int cell, ReadOnlySpan<int> order)
    {
        var known = 0.0;
        foreach (var criterion in order)
            known += weights[criterion];
        if (known < LeastKnownWeight)
            return double.NaN;
        var (sum, reached) = (0.0, 0.0);
        for (var place = 0; place < order.Length; place++)
        {
            reached += weights[order[place]];
            var next = place + 1 < order.Length ? degrees[order[place + 1]][cell] : 0.0;
            // The last place reaches all; a sum that is a rounding short of it would be nothing under a great power.
            sum += (place + 1 == order.Length ? 1 : Math.Pow(Math.Min(1, reached / known), alpha)) * (degrees[order[place]][cell] - next);
        }
        return sum;
    }
}
