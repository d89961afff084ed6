using NetTopologySuite.Geometries;

namespace Geo.Engine.Grids;

/// <summary>
/// Lays points, lines and polygons on a grid. All of it happens in cells: x to the right from the frame's left edge, y down from its
/// top edge, so that the cell in row r, column c is the square from (c, r) to (c + 1, r + 1).
/// <list type="table">
/// <item><term>Point</term><description>Both rules: the cell of <see cref="GridFrame.CellAt"/>.</description></item>
/// <item><term>Line, <see cref="CellRule.Centre"/></term><description>One cell for each column (or row, where the line is steeper) whose
/// centre line it crosses, and the cells of its vertices: a chain of cells that hang together by edges or corners.</description></item>
/// <item><term>Line, <see cref="CellRule.AllTouched"/></term><description>Every cell whose interior it meets; a piece along a cell edge
/// belongs to the cells right of or below it.</description></item>
/// <item><term>Polygon, <see cref="CellRule.Centre"/></term><description>Cells whose centre is inside by the even-odd rule; a centre on
/// the left or top border is inside, on the right or bottom border outside.</description></item>
/// <item><term>Polygon, <see cref="CellRule.AllTouched"/></term><description>Every cell whose interior it meets; one that it only touches
/// at an edge or corner is not claimed, so an outline along cell edges claims what it encloses.</description></item>
/// </list>
/// Source: scan conversion by edge crossings, Foley, van Dam, Feiner, Hughes, Computer Graphics (1990), section 3.6; the centre rule is
/// that of gdal_rasterize but for centres within rounding of an edge.
/// </summary>
public static class Rasteriser
{
    /// <summary>Writes <paramref name="value"/> into every cell that <paramref name="geometry"/> claims; other cells stay as they are.</summary>
    /// <typeparam name="T">The cell type.</typeparam>
    /// <param name="target">The grid, rows x columns.</param>
    /// <param name="geometry">Any geometry in the frame's coordinate system; what lies outside the frame is ignored.</param>
    /// <param name="value">What to write.</param>
    /// <param name="rule">Which cells are claimed.</param>
    /// <exception cref="ArgumentException">An ordinate is NaN or infinite.</exception>
    public static void Burn<T>(Grid<T> target, Geometry geometry, T value, CellRule rule)
        where T : unmanaged
    {
        for (var i = 0; i < geometry.NumGeometries; i++)
        {
            switch (geometry.GetGeometryN(i))
            {
                case GeometryCollection collection:
                    Burn(target, collection, value, rule);
                    break;
                case var part when !part.IsEmpty:
                    BurnPart(new CellPainter<T>(target, value), part, rule);
                    break;
            }
        }
    }

    private static void BurnPart<T>(CellPainter<T> painter, Geometry part, CellRule rule)
        where T : unmanaged
    {
        switch (part)
        {
            case Point point:
                BurnPoint(painter, point);
                break;
            case LineString line:
                BurnLine(painter, CellOutline.Of(painter.Frame, line.CoordinateSequence), rule);
                break;
            case Polygon polygon:
                BurnPolygon(painter, polygon, rule);
                break;
        }
    }

    private static void BurnPoint<T>(CellPainter<T> painter, Point point)
        where T : unmanaged
    {
        var cell = CellOutline.Of(painter.Frame, point.CoordinateSequence)[0];
        painter.PaintAt(cell.X, cell.Y);
    }

    private static void BurnLine<T>(CellPainter<T> painter, ReadOnlySpan<CellPosition> line, CellRule rule)
        where T : unmanaged
    {
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i - 1] == line[i])
                painter.PaintAt(line[i].X, line[i].Y);
            else if (rule == CellRule.Centre)
                SegmentWalk.OneCellPerStep(painter, line[i - 1], line[i]);
            else
                SegmentWalk.EveryCell(painter, line[i - 1], line[i], alongEdges: true);
        }
    }

    private static void BurnPolygon<T>(CellPainter<T> painter, Polygon polygon, CellRule rule)
        where T : unmanaged
    {
        var rings = new CellPosition[polygon.NumInteriorRings + 1][];
        rings[0] = CellOutline.Of(painter.Frame, polygon.ExteriorRing.CoordinateSequence);
        for (var i = 1; i < rings.Length; i++)
            rings[i] = CellOutline.Of(painter.Frame, polygon.GetInteriorRingN(i - 1).CoordinateSequence);
        PolygonScan.FillCentres(painter, rings);
        if (rule == CellRule.Centre)
            return;
        foreach (var ring in rings)
        {
            for (var i = 1; i < ring.Length; i++)
                SegmentWalk.EveryCell(painter, ring[i - 1], ring[i], alongEdges: false);
        }
    }
}
