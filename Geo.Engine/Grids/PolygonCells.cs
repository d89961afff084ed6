using NetTopologySuite.Geometries;

namespace Geo.Engine.Grids;

/// <summary>
/// The cells of a grid whose centre one polygon holds, by themselves: only the window around the polygon is looked at, and polygons that overlap each count what is theirs.
/// </summary>
public sealed class PolygonCells
{
    private readonly int _firstRow;
    private readonly int _firstColumn;
    private readonly Grid<int> _mask;
    private readonly CellAreas _areas;

    private PolygonCells(GridFrame window, int firstRow, int firstColumn, Geometry polygon)
    {
        (_firstRow, _firstColumn) = (firstRow, firstColumn);
        _mask = new Grid<int>(window);
        Rasteriser.Burn(_mask, polygon, 1, CellRule.Centre);
        _areas = CellAreas.OnTheGround(window);
    }

    /// <summary>The cells of a polygon; null when none of its box lies on the frame.</summary>
    /// <param name="frame">The grid's frame.</param>
    /// <param name="polygon">A polygon, or several, in the frame's coordinate system.</param>
    /// <exception cref="ArgumentException">An ordinate is NaN or infinite.</exception>
    public static PolygonCells? Of(GridFrame frame, Geometry polygon)
    {
        var box = polygon.EnvelopeInternal;
        if (polygon.IsEmpty || !(box.MinX < frame.Extent.MaxX && box.MaxX > frame.Extent.MinX && box.MinY < frame.Extent.MaxY && box.MaxY > frame.Extent.MinY))
            return null;
        var size = frame.CellSizeMetres;
        var firstColumn = (int)Math.Max(0, Math.Floor((box.MinX - frame.Left) / size));
        var lastColumn = (int)Math.Min(frame.Columns - 1, Math.Floor((box.MaxX - frame.Left) / size));
        var firstRow = (int)Math.Max(0, Math.Floor((frame.Top - box.MaxY) / size));
        var lastRow = (int)Math.Min(frame.Rows - 1, Math.Floor((frame.Top - box.MinY) / size));
        var window = frame with
        {
            Left = frame.Left + (firstColumn * size),
            Top = frame.Top - (firstRow * size),
            Rows = lastRow - firstRow + 1,
            Columns = lastColumn - firstColumn + 1,
        };
        return new PolygonCells(window, firstRow, firstColumn, polygon);
    }

    /// <summary>Number of cells in the window that was looked at.</summary>
    public long WindowCells => _mask.Frame.CellCount;

    /// <summary>Calls <paramref name="visit"/> with row and column of each cell, row by row.</summary>
    public void ForEach(Action<int, int> visit)
    {
        for (var row = 0; row < _mask.Frame.Rows; row++)
        {
            var mask = _mask.Row(row);
            for (var column = 0; column < mask.Length; column++)
                if (mask[column] != 0)
                    visit(row + _firstRow, column + _firstColumn);
        }
    }

    /// <summary>Statistics of the polygon's cells; NaN is skipped and counted.</summary>
    /// <param name="values">The grid, on the frame given before.</param>
    /// <param name="cancellation">Stops the work.</param>
    public ZoneStatistics Statistics(Grid<float> values, CancellationToken cancellation)
    {
        var window = new Grid<float>(_mask.Frame);
        for (var row = 0; row < window.Frame.Rows; row++)
            RowOf(values, row).CopyTo(window.Row(row));
        return ZonalStatistics.Compute(window, new ZoneGrid(_mask, 1, _areas), 1, cancellation)[1];
    }

    /// <summary>Cells and ground hectares of each code in the polygon, in order of code; NaN is left out.</summary>
    /// <param name="codes">The grid, on the frame given before.</param>
    /// <param name="cancellation">Stops the work.</param>
    public IReadOnlyList<(float Code, long Cells, double Hectares)> Codes(Grid<float> codes, CancellationToken cancellation)
    {
        var counts = new SortedDictionary<float, (long Cells, double Hectares)>();
        for (var row = 0; row < _mask.Frame.Rows; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            var values = RowOf(codes, row);
            var mask = _mask.Row(row);
            for (var column = 0; column < mask.Length; column++)
            {
                if (mask[column] == 0 || float.IsNaN(values[column]))
                    continue;
                var (cells, hectares) = counts.GetValueOrDefault(values[column]);
                counts[values[column]] = (cells + 1, hectares + _areas[row, column]);
            }
        }
        return [.. counts.Select(c => (c.Key, c.Value.Cells, c.Value.Hectares))];
    }

    private ReadOnlySpan<float> RowOf(Grid<float> values, int row) => values.Row(row + _firstRow).Slice(_firstColumn, _mask.Frame.Columns);
}
