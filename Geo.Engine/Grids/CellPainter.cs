namespace Geo.Engine.Grids;

/// <summary>Writes one value into runs of cells; what lies outside the frame is left out.</summary>
internal readonly struct CellPainter<T>(Grid<T> target, T value)
    where T : unmanaged
{
    /// <summary>Where the cells lie.</summary>
    public GridFrame Frame => target.Frame;

    /// <summary>Paints the cell that holds a position; cells own their left and top edge.</summary>
    public void PaintAt(double x, double y)
    {
        if (x >= 0 && x < Frame.Columns && y >= 0 && y < Frame.Rows)
            target[(int)y, (int)x] = value;
    }

    /// <summary>Paints the columns from..to (to is not included) of a row of the frame; whole numbers of any size.</summary>
    public void PaintRun(int row, double from, double to)
    {
        var first = (int)Math.Clamp(from, 0, Frame.Columns);
        var end = (int)Math.Clamp(to, 0, Frame.Columns);
        if (first < end)
            target.Row(row)[first..end].Fill(value);
    }

    /// <summary>The rows of the frame among from..to (to is not included), whole numbers of any size.</summary>
    public (int First, int End) RowsWithin(double from, double to) =>
        ((int)Math.Clamp(from, 0, Frame.Rows), (int)Math.Clamp(to, 0, Frame.Rows));

    /// <summary>The columns of the frame among from..to (to is not included), whole numbers of any size.</summary>
    public (int First, int End) ColumnsWithin(double from, double to) =>
        ((int)Math.Clamp(from, 0, Frame.Columns), (int)Math.Clamp(to, 0, Frame.Columns));
}
