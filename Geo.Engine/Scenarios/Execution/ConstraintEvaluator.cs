using System.Buffers;
using Geo.Engine.Grids;
using Geo.Engine.Grids.Surfaces;
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
                Mark(measures.Mask(on.Features), reasons, code, isClaimed: true);
                break;
            case ConstraintRule.NearFeatures near:
                Mark(measures.Once(new Measure.Distance([near.Features])), reasons, code, metres => metres <= near.BufferMetres);
                break;
            case ConstraintRule.AwayFromFeatures { BufferMetres: 0 } off:
                Mark(measures.Mask(off.Features), reasons, code, isClaimed: false);
                break;
            case ConstraintRule.AwayFromFeatures away:
                Mark(measures.Once(new Measure.Distance([away.Features])), reasons, code, metres => !(metres <= away.BufferMetres));
                break;
            case ConstraintRule.InCategories { BufferMetres: 0 } within:
                var codes = within.Categories.Select(c => (float)c).ToArray();
                Mark(measures.Codes(within.Grid), reasons, code, value => codes.AsSpan().Contains(value));
                break;
            case ConstraintRule.InCategories near:
                Mark(measures.Once(new Measure.DistanceToCategory(near.Grid, near.Categories)), reasons, code, metres => metres <= near.BufferMetres);
                break;
            case ConstraintRule.Unless unless:
                Mark(measures.Once(unless.Measure), reasons, code, value => !Holds(value, unless.Comparison, (float)unless.Limit));
                break;
            case ConstraintRule.UnlessTrue unless:
                Mark(measures.Once(unless.Condition), reasons, code, truth => truth != 1);
                break;
            default:
                throw new InvalidOperationException($"constraint {rule.GetType().Name} has no evaluation");
        }
    }

    private void Mark(Surface values, Grid<byte> reasons, byte code, Func<float, bool> removes) =>
        GridRows.ForEachStrip(reasons.Frame.Rows, threads, (from, to) => Mark(values, reasons, code, removes, from, to), cancellation, values.RowsTogether);

    // Rows are read together, as surfaces like it; those above and below the study area are not read at all.
    private static void Mark(Surface values, Grid<byte> reasons, byte code, Func<float, bool> removes, int from, int to)
    {
        while (from < to && !reasons.Row(from).Contains((byte)0))
            from++;
        while (to > from && !reasons.Row(to - 1).Contains((byte)0))
            to--;
        if (from == to)
            return;
        var columns = reasons.Frame.Columns;
        var room = ArrayPool<float>.Shared.Rent((to - from) * columns);
        var cells = room.AsSpan(0, (to - from) * columns);
        values.Read(from, cells);
        var codes = reasons.Cells[(from * columns)..(to * columns)];
        for (var cell = 0; cell < cells.Length; cell++)
            if (codes[cell] == 0 && removes(cells[cell]))
                codes[cell] = code;
        ArrayPool<float>.Shared.Return(room);
    }

    private static void Mark(Grid<byte> mask, Grid<byte> reasons, byte code, bool isClaimed)
    {
        var claims = mask.Cells;
        var codes = reasons.Cells;
        for (var i = 0; i < codes.Length; i++)
            if (codes[i] == 0 && (claims[i] != 0) == isClaimed)
                codes[i] = code;
    }

    /// <summary>False for NaN, whatever the comparison.</summary>
    private static bool Holds(float value, Comparison comparison, float limit) => comparison switch
    {
        Comparison.Less => value < limit,
        Comparison.LessOrEqual => value <= limit,
        Comparison.Greater => value > limit,
        _ => value >= limit,
    };
}
