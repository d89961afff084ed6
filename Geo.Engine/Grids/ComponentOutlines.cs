using NetTopologySuite.Geometries;

namespace Geo.Engine.Grids;

/// <summary>Puts the rings of each component together to a polygon.</summary>
internal sealed class ComponentOutlines
{
    private readonly TracedRings _rings;
    private readonly BorderCorners _corners;
    private readonly GridFrame _frame;
    private readonly GeometryFactory _factory;
    private readonly int[] _order;
    private readonly int[] _starts;

    public ComponentOutlines(TracedRings rings, BorderCorners corners, GridFrame frame, GeometryFactory factory)
    {
        (_rings, _corners, _frame, _factory) = (rings, corners, frame, factory);
        var last = 0;
        for (var ring = 0; ring < rings.Count; ring++)
            last = Math.Max(last, rings.Component(ring));
        _starts = new int[last + 2];
        for (var ring = 0; ring < rings.Count; ring++)
            _starts[rings.Component(ring) + 1]++;
        for (var component = 1; component < _starts.Length; component++)
            _starts[component] += _starts[component - 1];
        _order = new int[rings.Count];
        var next = (int[])_starts.Clone();
        for (var ring = 0; ring < rings.Count; ring++)
            _order[next[rings.Component(ring)]++] = ring;
    }

    /// <summary>The polygon of a component: its one counter-clockwise ring is the shell, the others are holes.</summary>
    public Polygon Polygon(int component)
    {
        var rings = _order.AsSpan(_starts[component].._starts[component + 1]);
        var holes = new LinearRing[rings.Length - 1];
        LinearRing? shell = null;
        var next = 0;
        foreach (var ring in rings)
        {
            if (IsShell(_rings.Corners(ring)))
                shell = Ring(_rings.Corners(ring));
            else
                holes[next++] = Ring(_rings.Corners(ring));
        }
        return _factory.CreatePolygon(shell, holes);
    }

    // Rows grow downward: the shoelace sum of a ring that runs counter-clockwise on the map is negative in rows and columns.
    private bool IsShell(ReadOnlySpan<int> corners)
    {
        long twiceArea = 0;
        var (row, column) = _corners.Position(corners[^1]);
        foreach (var corner in corners)
        {
            var (nextRow, nextColumn) = _corners.Position(corner);
            twiceArea += ((long)column * nextRow) - ((long)nextColumn * row);
            (row, column) = (nextRow, nextColumn);
        }
        return twiceArea < 0;
    }

    private LinearRing Ring(ReadOnlySpan<int> corners)
    {
        var sequence = _factory.CoordinateSequenceFactory.Create(corners.Length + 1, Ordinates.XY);
        for (var i = 0; i < sequence.Count; i++)
        {
            var (row, column) = _corners.Position(corners[i == corners.Length ? 0 : i]);
            sequence.SetX(i, _frame.Left + (column * _frame.CellSizeMetres));
            sequence.SetY(i, _frame.Top - (row * _frame.CellSizeMetres));
        }
        return _factory.CreateLinearRing(sequence);
    }
}
