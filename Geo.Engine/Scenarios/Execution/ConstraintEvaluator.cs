using Geo.Engine.Grids;
using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Finds the cells that constraints remove.</summary>
internal sealed class ConstraintEvaluator(MeasureEvaluator measures, int threads, CancellationToken cancellation)
{
    /// <summary>Notes each cell's first reason; cells that have one already are left alone.</summary>
    public void Apply(Theme theme, Grid<byte> reasons)
    {
        for (var i = 0; i < theme.Constraints.Count; i++)
            Apply(theme.Constraints[i].Rule, reasons, ReasonCodes.OfConstraint(i));
    }

    private void Apply(ConstraintRule rule, Grid<byte> reasons, byte code)
    {
        switch (rule)
        {
            case ConstraintRule.NearFeatures { BufferMetres: 0 } on:
                Mark(measures.Mask(on.Features), reasons, code, claimed => claimed != 0);
                break;
            case ConstraintRule.NearFeatures near:
                Mark(measures.Distance(new Measure.Distance([near.Features])), reasons, code, metres => metres <= near.BufferMetres);
                break;
            case ConstraintRule.AwayFromFeatures { BufferMetres: 0 } off:
                Mark(measures.Mask(off.Features), reasons, code, claimed => claimed == 0);
                break;
            case ConstraintRule.AwayFromFeatures away:
                Mark(measures.Distance(new Measure.Distance([away.Features])), reasons, code, metres => !(metres <= away.BufferMetres));
                break;
            case ConstraintRule.InCategories { BufferMetres: 0 } within:
                var codes = within.Categories.Select(c => (float)c).ToArray();
                Mark(measures.Codes(within.Grid), reasons, code, value => codes.AsSpan().Contains(value));
                break;
            case ConstraintRule.InCategories near:
                Mark(measures.Distance(new Measure.DistanceToCategory(near.Grid, near.Categories)), reasons, code, metres => metres <= near.BufferMetres);
                break;
            case ConstraintRule.Unless unless:
                Mark(measures.Evaluate(unless.Measure), reasons, code, value => !Holds(value, unless.Comparison, (float)unless.Limit));
                break;
            default:
                throw new InvalidOperationException($"constraint {rule.GetType().Name} has no evaluation");
        }
    }

    private void Mark<T>(Grid<T> values, Grid<byte> reasons, byte code, Func<T, bool> removes)
        where T : unmanaged =>
        GridRows.ForEachStrip(
            reasons.Frame.Rows,
            threads,
            (from, to) =>
            {
                for (var row = from; row < to; row++)
                {
                    var value = values.Row(row);
                    var reason = reasons.Row(row);
                    for (var column = 0; column < reason.Length; column++)
                        if (reason[column] == 0 && removes(value[column]))
                            reason[column] = code;
                }
            },
            cancellation);

    /// <summary>False for NaN, whatever the comparison.</summary>
    private static bool Holds(float value, Comparison comparison, float limit) => comparison switch
    {
        Comparison.Less => value < limit,
        Comparison.LessOrEqual => value <= limit,
        Comparison.Greater => value > limit,
        _ => value >= limit,
    };
}
