namespace Geo.Engine.Suitability.Combining;

/// <summary>A rule of combination with its weights, ready for runs of cells. Safe for concurrent callers.</summary>
internal abstract class CellCombiner
{
    /// <summary>Weight below which nothing is known of a cell.</summary>
    protected const double LeastKnownWeight = 1e-12;

    /// <summary>
    /// Scores of the cells that <paramref name="degrees"/> stands at. A NaN membership is left out; a cell in which nothing is left has NaN. A score depends on the
    /// memberships of its cell alone, to the bit.
    /// </summary>
    public abstract void Combine(DegreeRows degrees, Span<float> score);

    /// <summary>The combiner of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="weights">Weights of the criteria, sum 1.</param>
    public static CellCombiner Of(Aggregation rule, double[] weights) => rule switch
    {
        Aggregation.Wlc => new WeightedSumCombiner(weights),
        Aggregation.Geometric => new GeometricCombiner(weights),
        Aggregation.Fuzzy fuzzy => new FuzzyCombiner(fuzzy.Rule, fuzzy.Gamma),
        Aggregation.Ordered { Reweighted: false } ordered => new OrderedCombiner(ordered.Places),
        Aggregation.Ordered ordered => new ReweightedCombiner(ordered.Places, weights),
        Aggregation.Guided guided when weights.Length <= GuidedCombiner.MostCriteria => new GuidedCombiner(guided.Alpha, weights),
        Aggregation.Guided guided => new SortedGuidedCombiner(guided.Alpha, weights),
        Aggregation.IdealPoint ideal => new IdealPointCombiner(ideal.Power, weights),
        Aggregation.Closeness => new ClosenessCombiner(weights),
        _ => throw new InvalidOperationException($"aggregation {rule.GetType().Name} has no combiner"),
    };

    /// <summary>Rounds scores to what is stored.</summary>
    protected static void Store(ReadOnlySpan<double> scores, Span<float> target)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = (float)scores[i];
    }
}
