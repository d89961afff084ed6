namespace Geo.Engine.Suitability.Combining;

/// <summary>The weighted geometric mean, as the weighted sum of logarithms.</summary>
internal sealed class GeometricCombiner(double[] weights) : CellCombiner
{
    /// <inheritdoc/>
    public override void Combine(DegreeRows degrees, Span<float> score)
    {
        Span<double> sum = stackalloc double[score.Length];
        Span<double> missing = stackalloc double[score.Length];
        for (var c = 0; c < weights.Length; c++)
            Add(degrees[c], weights[c], sum, missing);
        for (var i = 0; i < score.Length; i++)
        {
            var known = 1 - missing[i];
            score[i] = known < LeastKnownWeight ? float.NaN : (float)Math.Exp(missing[i] == 0 ? sum[i] : sum[i] / known);
        }
    }

    // A degree of 0 gives negative infinity, but for a weight of 0.
    private static void Add(ReadOnlySpan<float> degrees, double weight, Span<double> sum, Span<double> missing)
    {
        for (var i = 0; i < degrees.Length; i++)
            if (float.IsNaN(degrees[i]))
                missing[i] += weight;
            else if (weight != 0)
                sum[i] += weight * Math.Log(degrees[i]);
    }
}
