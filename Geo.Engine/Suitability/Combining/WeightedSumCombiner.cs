namespace Geo.Engine.Suitability.Combining;

/// <summary>The weighted sum, in double and in the order of the criteria.</summary>
internal sealed class WeightedSumCombiner(double[] weights) : CellCombiner
{
    /// <inheritdoc/>
    public override void Combine(DegreeRows degrees, Span<float> score)
    {
        Span<double> sum = stackalloc double[score.Length];
        for (var c = 0; c < weights.Length; c++)
            ScoreKernel.AddWeighted(degrees[c], weights[c], sum);
        if (sum.ContainsNaN())
            Again(degrees, sum);
        Store(sum, score);
    }

    // Few runs hold cells in which a criterion is left out.
    private void Again(DegreeRows degrees, Span<double> sum)
    {
        Span<double> missing = stackalloc double[sum.Length];
        sum.Clear();
        for (var c = 0; c < weights.Length; c++)
            ScoreKernel.AddKnown(degrees[c], weights[c], sum, missing);
        for (var i = 0; i < sum.Length; i++)
            if (missing[i] != 0)
                sum[i] = 1 - missing[i] < LeastKnownWeight ? double.NaN : sum[i] / (1 - missing[i]);
    }
}
