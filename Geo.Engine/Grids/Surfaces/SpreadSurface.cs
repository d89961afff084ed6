namespace Geo.Engine.Grids.Surfaces;

/// <summary>Counts spread evenly over each source cell and summed up in each target cell, row by row what <see cref="Resampling.SpreadCounts"/> makes.</summary>
/// <param name="source">Counts per cell; NaN counts as nothing.</param>
/// <param name="target">The frame, of the same coordinate system.</param>
public sealed class SpreadSurface(Grid<float> source, GridFrame target) : Surface(target)
{
    private readonly CellOverlap _overlap = new(source.Frame, target);

    /// <inheritdoc/>
    public override void Read(int firstRow, Span<float> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            var (sum, area) = _overlap.Sum(source, firstRow + (i / Frame.Columns), i % Frame.Columns);
            cells[i] = area > 0 ? (float)sum : float.NaN;
        }
    }
}
