namespace Geo.Engine.Grids;

/// <summary>Fills the cells whose centre lies inside the rings of one polygon, by the even-odd rule.</summary>
internal static class PolygonScan
{
    // Bounds the memory for crossings: a polygon is filled band by band.
    private const int BandRows = 512;

    /// <summary>Centres on the left or top border are inside, on the right or bottom border outside.</summary>
    public static void FillCentres<T>(CellPainter<T> painter, CellPosition[][] rings)
        where T : unmanaged
    {
        var (top, bottom) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var position in rings[0])
            (top, bottom) = (Math.Min(top, position.Y), Math.Max(bottom, position.Y));
        var (first, end) = CentreRows(painter, top, bottom);
        for (var row = first; row < end; row += BandRows)
            FillBand(painter, rings, row, Math.Min(end, row + BandRows));
    }

    private static void FillBand<T>(CellPainter<T> painter, CellPosition[][] rings, int first, int end)
        where T : unmanaged
    {
        var offsets = new int[end - first + 1];
        EachCrossing(painter, rings, (first, end), (row, _) => offsets[row - first + 1]++);
        for (var i = 1; i < offsets.Length; i++)
            offsets[i] += offsets[i - 1];
        var crossings = new double[offsets[^1]];
        var next = offsets.AsSpan(0, end - first).ToArray();
        EachCrossing(painter, rings, (first, end), (row, segment) => crossings[next[row - first]++] = segment.XAt(row + 0.5));
        for (var row = first; row < end; row++)
            FillRow(painter, row, crossings.AsSpan(offsets[row - first]..offsets[row - first + 1]));
    }

    private static void FillRow<T>(CellPainter<T> painter, int row, Span<double> crossings)
        where T : unmanaged
    {
        crossings.Sort();
        for (var i = 0; i + 1 < crossings.Length; i += 2)
            painter.PaintRun(row, Math.Ceiling(crossings[i] - 0.5), Math.Ceiling(crossings[i + 1] - 0.5));
    }

    private static void EachCrossing<T>(
        CellPainter<T> painter, CellPosition[][] rings, (int First, int End) band, Action<int, CellSegment> visit)
        where T : unmanaged
    {
        foreach (var ring in rings)
        {
            for (var i = 1; i < ring.Length; i++)
            {
                var segment = new CellSegment(ring[i - 1], ring[i]);
                var (first, end) = CentreRows(painter, segment.Upper.Y, segment.Lower.Y);
                for (var row = Math.Max(first, band.First); row < Math.Min(end, band.End); row++)
                    visit(row, segment);
            }
        }
    }

    // Rows whose centre lies in [top, bottom).
    private static (int First, int End) CentreRows<T>(CellPainter<T> painter, double top, double bottom)
        where T : unmanaged =>
        painter.RowsWithin(Math.Ceiling(top - 0.5), Math.Ceiling(bottom - 0.5));
}
