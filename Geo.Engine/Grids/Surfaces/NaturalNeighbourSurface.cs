namespace Geo.Engine.Grids.Surfaces;

/// <summary>
/// Natural neighbour interpolation: each station counts with the share of ground that a new place would take over from it among the places nearest to one station or another. Runs
/// through the stations, gives planes back exactly, is smooth but at the stations, and never leaves their range. No value outside the stations' convex hull, nor in flat slivers at its rim (up to about an eightieth of a side) that
/// the triangulation leaves out.
/// </summary>
/// <remarks>
/// Source: R. Sibson, A brief description of natural neighbour interpolation (1981). Areas as in D. Watson, Contouring (1992), but along the rim of the triangles whose circles hold the place,
/// so that places in line with two stations are no special case; the triangulation is NetTopologySuite's.
/// </remarks>
public sealed class NaturalNeighbourSurface : Surface
{
    private readonly Triangulation _triangles;

    /// <summary>Prepares the interpolation.</summary>
    /// <param name="frame">Where the cells lie.</param>
    /// <param name="stations">Values at places in the frame's system; those at one place count once, with their mean. With fewer than three, or all in one line, no cell has a value.</param>
    /// <exception cref="ArgumentException">A station is not finite.</exception>
    public NaturalNeighbourSurface(GridFrame frame, IReadOnlyList<StationValue> stations)
        : base(frame)
    {
        Interpolation.Require(1, stations);
        _triangles = new Triangulation(stations);
    }

    /// <inheritdoc/>
    public override int RowsTogether => 8;

    /// <inheritdoc/>
    public override void Read(int firstRow, Span<float> cells)
    {
        var cavity = new Cavity(_triangles);
        for (var i = 0; i < cells.Length; i++)
        {
            var (x, y) = Frame.Centre(firstRow + (i / Frame.Columns), i % Frame.Columns);
            cells[i] = i % Frame.Columns == 0 ? cavity.ValueFromAnywhere(x, y) : cavity.Value(x, y);
        }
    }
}
