namespace Geo.Engine.Grids;

/// <summary>Paints the cells along a segment.</summary>
internal static class SegmentWalk
{
    /// <summary>The cells of both ends and, between them, one for each step along the longer side: a chain by edges or corners.</summary>
    public static void OneCellPerStep<T>(CellPainter<T> painter, CellPosition a, CellPosition b)
        where T : unmanaged
    {
        painter.PaintAt(a.X, a.Y);
        painter.PaintAt(b.X, b.Y);
        if (Math.Abs(b.X - a.X) >= Math.Abs(b.Y - a.Y))
            StepByColumns(painter, new CellSegment(Transposed(a), Transposed(b)));
        else
            StepByRows(painter, new CellSegment(a, b));
    }

    /// <summary>
    /// Every cell whose interior the segment meets. A segment that runs along cell edges meets none; where <paramref name="alongEdges"/>
    /// it counts as lying in the cells right of or below it.
    /// </summary>
    public static void EveryCell<T>(CellPainter<T> painter, CellPosition a, CellPosition b, bool alongEdges)
        where T : unmanaged
    {
        var segment = new CellSegment(a, b);
        if (segment.IsLevel)
        {
            PaintLevel(painter, segment, alongEdges);
            return;
        }
        var (first, end) = painter.RowsWithin(Math.Floor(segment.Upper.Y), Math.Ceiling(segment.Lower.Y));
        for (var row = first; row < end; row++)
        {
            var enters = segment.XAt(Math.Max(row, segment.Upper.Y));
            var leaves = segment.XAt(Math.Min(row + 1, segment.Lower.Y));
            PaintInterval(painter, row, (Math.Min(enters, leaves), Math.Max(enters, leaves)), alongEdges);
        }
    }

    private static void PaintLevel<T>(CellPainter<T> painter, CellSegment segment, bool alongEdges)
        where T : unmanaged
    {
        var row = Math.Floor(segment.Upper.Y);
        var alongAnEdge = row == segment.Upper.Y;
        var (first, end) = painter.RowsWithin(row, row + 1);
        if (first < end && (alongEdges || !alongAnEdge))
            PaintInterval(painter, first, (segment.Upper.X, segment.Lower.X), alongEdges);
    }

    private static void PaintInterval<T>(CellPainter<T> painter, int row, (double From, double To) x, bool alongEdges)
        where T : unmanaged
    {
        var first = Math.Floor(x.From);
        var end = Math.Ceiling(x.To);
        var uprightOnEdge = first == end;
        painter.PaintRun(row, first, uprightOnEdge && alongEdges ? end + 1 : end);
    }

    private static void StepByRows<T>(CellPainter<T> painter, CellSegment segment)
        where T : unmanaged
    {
        var (first, end) = painter.RowsWithin(Math.Ceiling(segment.Upper.Y - 0.5), Math.Floor(segment.Lower.Y - 0.5) + 1);
        for (var row = first; row < end; row++)
            painter.PaintAt(segment.XAt(row + 0.5), row);
    }

    private static void StepByColumns<T>(CellPainter<T> painter, CellSegment transposed)
        where T : unmanaged
    {
        var (first, end) = painter.ColumnsWithin(Math.Ceiling(transposed.Upper.Y - 0.5), Math.Floor(transposed.Lower.Y - 0.5) + 1);
        for (var column = first; column < end; column++)
            painter.PaintAt(column, transposed.XAt(column + 0.5));
    }

    private static CellPosition Transposed(CellPosition position) => new(position.Y, position.X);
}
