using NetTopologySuite.Geometries;

namespace Geo.Engine.Grids.Surfaces;

/// <summary>
/// The share of each cell that polygons cover, 0 to 1, exactly. Each edge adds to the cells it runs through the area on its right, and to the cell behind them the height it
/// spans; sums along a row are the shares. A row depends on the edges that cross it alone, taken in their order.
/// </summary>
/// <remarks>Source: signed areas of edges, as rasterisers of outlines accumulate them: Levien, R. (2016), font-rs; the same shares as Baston, D., exactextract.</remarks>
public sealed class CoveredShareSurface : Surface
{
    // Rounding of sums along a row.
    private const double Noise = 1e-9;

    private readonly List<CoverageEdge> _edges = [];
    private readonly int[] _rowStarts;
    private readonly int[] _edgesOfRows;

    /// <summary>For polygons that do not overlap one another.</summary>
    /// <param name="frame">Where the cells lie.</param>
    /// <param name="polygons">A valid polygon, several, or nothing, in the frame's system.</param>
    public CoveredShareSurface(GridFrame frame, Geometry polygons)
        : base(frame)
    {
        for (var i = 0; i < polygons.NumGeometries; i++)
            if (polygons.GetGeometryN(i) is Polygon { IsEmpty: false } polygon)
            {
                Take(polygon.ExteriorRing, isHole: false);
                foreach (var hole in polygon.InteriorRings)
                    Take(hole, isHole: true);
            }
        (_rowStarts, _edgesOfRows) = ByRow();
    }

    /// <inheritdoc/>
    public override void Read(int firstRow, Span<float> cells)
    {
        var areas = new double[Frame.Columns + 1];
        for (var row = firstRow; !cells.IsEmpty; row++, cells = cells[Frame.Columns..])
        {
            Array.Clear(areas);
            for (var i = _rowStarts[row]; i < _rowStarts[row + 1]; i++)
                Add(_edges[_edgesOfRows[i]], row, areas);
            var sum = 0.0;
            for (var column = 0; column < Frame.Columns; column++)
                cells[column] = Share(sum += areas[column]);
        }
    }

    private static float Share(double sum) => sum < Noise ? 0 : sum > 1 - Noise ? 1 : (float)sum;

    private void Take(LineString ring, bool isHole)
    {
        var points = ring.CoordinateSequence;
        var doubled = 0.0;
        (double X, double Y) At(int i) => ((points.GetX(i) - Frame.Left) / Frame.CellSizeMetres, (Frame.Top - points.GetY(i)) / Frame.CellSizeMetres);
        for (var i = 1; i < points.Count; i++)
            doubled += (At(i - 1).X * At(i).Y) - (At(i).X * At(i - 1).Y);
        // With rows downwards, a shell of negative area has its left edges running down.
        var sign = doubled < 0 != isHole ? 1.0 : -1.0;
        for (var i = 1; i < points.Count; i++)
            if (At(i - 1).Y != At(i).Y)
                _edges.Add(new CoverageEdge(At(i - 1).X, At(i - 1).Y, At(i).X, At(i).Y, sign));
    }

    private (int[] Starts, int[] Edges) ByRow()
    {
        var starts = new int[Frame.Rows + 1];
        foreach (var edge in _edges)
            for (var row = First(edge); row <= Last(edge); row++)
                starts[row + 1]++;
        for (var row = 0; row < Frame.Rows; row++)
            starts[row + 1] += starts[row];
        var (edges, next) = (new int[starts[^1]], starts.ToArray());
        for (var i = 0; i < _edges.Count; i++)
            for (var row = First(_edges[i]); row <= Last(_edges[i]); row++)
                edges[next[row]++] = i;
        return (starts, edges);
    }

    private static int First(CoverageEdge edge) => (int)Math.Max(0, Math.Floor(Math.Min(edge.Y0, edge.Y1)));

    private int Last(CoverageEdge edge) => (int)Math.Min(Frame.Rows - 1, Math.Ceiling(Math.Max(edge.Y0, edge.Y1)) - 1);

    /// <summary>Adds the part of an edge that lies in a row.</summary>
    private void Add(CoverageEdge edge, int row, double[] areas)
    {
        var slope = (edge.X1 - edge.X0) / (edge.Y1 - edge.Y0);
        double XAt(double y) => y == edge.Y0 ? edge.X0 : y == edge.Y1 ? edge.X1 : edge.X0 + ((y - edge.Y0) * slope);
        var (from, to) = (Math.Clamp(edge.Y0, row, row + 1), Math.Clamp(edge.Y1, row, row + 1));
        if (from == to)
            return;
        var (left, right) = (Math.Min(XAt(from), XAt(to)), Math.Max(XAt(from), XAt(to)));
        var height = edge.Sign * (to - from);
        // What lies left of the frame spans its height at the left edge; what lies right of it covers nothing here.
        var width = right - left;
        if (left < 0)
        {
            areas[0] += width == 0 ? height : height * (Math.Min(right, 0) - left) / width;
            if (right <= 0)
                return;
        }
        Spread(Math.Max(left, 0), Math.Min(right, Frame.Columns), width == 0 ? 0 : height / width, height, areas);
    }

    /// <summary>Adds a piece between two columns positions: its height for each column it crosses, or all of it in one.</summary>
    private void Spread(double left, double right, double heightPerColumn, double height, double[] areas)
    {
        if (left >= Frame.Columns)
            return;
        for (var column = (int)left; column < right || column == (int)left; column++)
        {
            var (begin, end) = (Math.Max(left, column), Math.Min(right, column + 1));
            var part = heightPerColumn == 0 ? height : heightPerColumn * (end - begin);
            var covered = part * (column + 1 - ((begin + end) / 2));
            areas[column] += covered;
            areas[column + 1] += part - covered;
        }
    }
}
