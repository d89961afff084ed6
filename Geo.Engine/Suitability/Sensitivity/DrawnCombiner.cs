using Geo.Engine.Suitability.Combining;

namespace Geo.Engine.Suitability.Sensitivity;

/// <summary>Combiners of many drawn weightings at once.</summary>
internal static class DrawnCombiner
{
    private const int MostTableCriteria = 10;

    /// <summary>The combiner of a rule under drawn weights.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="weights">Weights, sum 1.</param>
    public static CellCombiner Of(Aggregation rule, double[] weights) =>
        // A table of all sets of criteria for each draw must stay small.
        rule is Aggregation.Guided guided && weights.Length > MostTableCriteria
            ? new SortedGuidedCombiner(guided.Alpha, weights)
            : CellCombiner.Of(rule, weights);
}
