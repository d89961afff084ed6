namespace Geo.Engine.Grids.Surfaces;

/// <summary>
/// Values on a frame that are given some rows at a time, so that they need never stand in memory as a whole. What a cell holds depends neither on
/// which rows are asked for together nor on who asks: strips of any size and any number of threads give the same bits. NaN is nodata. Safe for
/// concurrent callers.
/// </summary>
/// <param name="frame">Where the cells lie.</param>
public abstract class Surface(GridFrame frame)
{
    /// <summary>Where the cells lie.</summary>
    public GridFrame Frame { get; } = frame;

    /// <summary>Rows that are best read together, at least 1; values do not depend on it.</summary>
    public virtual int RowsTogether => 32;

    /// <summary>Fills whole rows from <paramref name="firstRow"/> on, as many as <paramref name="cells"/> holds.</summary>
    /// <param name="firstRow">The first row, 0 at the top.</param>
    /// <param name="cells">A multiple of the frame's columns; all of its rows lie inside the frame.</param>
    public abstract void Read(int firstRow, Span<float> cells);

    /// <summary>All cells as a grid.</summary>
    public Grid<float> ToGrid(int threads, CancellationToken cancellation)
    {
        var grid = new Grid<float>(Frame);
        Read(0, grid, threads, cancellation);
        return grid;
    }

    /// <summary>Fills a grid of as many columns with the rows from <paramref name="firstRow"/> on, strips side by side.</summary>
    public void Read(int firstRow, Grid<float> rows, int threads, CancellationToken cancellation) =>
        GridRows.ForEachStrip(rows.Frame.Rows, threads, (from, to) => Read(firstRow + from, Rows(rows, from, to)), cancellation, RowsTogether);

    private static Span<float> Rows(Grid<float> grid, int from, int to) =>
        grid.Cells[(from * grid.Frame.Columns)..(to * grid.Frame.Columns)];
}
