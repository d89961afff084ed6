namespace Geo.Engine.Grids.Surfaces;

/// <summary>
/// Density of points (number for each km2) or lines (km for each km2) around each cell's centre, by a kernel whose integral is 1: summed over the plane,
/// a point gives its weight and a line its length. Features count wherever they lie; 0 where none is near, never no value. Points and lines are not mixed.
/// Lines are integrated exactly, not sampled.
/// </summary>
/// <remarks>Source: B. Silverman, Density estimation for statistics and data analysis (1986), 4.2; the integrals along lines are this program's.</remarks>
public sealed class DensitySurface : Surface
{
    private const double SquareMetresPerSquareKilometre = 1e6;
    private const double MetresPerKilometre = 1e3;

    private readonly IReadOnlyList<DensitySegment> _segments;
    private readonly DensityProfile _profile;
    private readonly double _radius;

    /// <summary>Prepares the densities.</summary>
    /// <param name="frame">Where the cells lie.</param>
    /// <param name="segments">Points, or pieces of lines, in the frame's system.</param>
    /// <param name="kernel">How weights fall.</param>
    /// <param name="radiusMetres">Where they end, metres, greater than 0.</param>
    public DensitySurface(GridFrame frame, IReadOnlyList<DensitySegment> segments, DensityKernel kernel, double radiusMetres)
        : base(frame)
    {
        Interpolation.RequirePositive(radiusMetres, nameof(radiusMetres));
        (_segments, _radius) = (segments, radiusMetres);
        _profile = new DensityProfile(kernel, radiusMetres);
    }

    /// <inheritdoc/>
    public override void Read(int firstRow, Span<float> cells)
    {
        var near = Near(firstRow, firstRow + (cells.Length / Frame.Columns) - 1);
        var sums = new double[Frame.Columns];
        for (var row = firstRow; !cells.IsEmpty; row++, cells = cells[Frame.Columns..])
        {
            sums.AsSpan().Clear();
            foreach (var segment in near)
                Add(segment, row, sums);
            for (var column = 0; column < sums.Length; column++)
                cells[column] = (float)sums[column];
        }
    }

    // In the order of the list, so that sums do not depend on the strip.
    private List<DensitySegment> Near(int firstRow, int lastRow)
    {
        var (top, bottom) = (Frame.Centre(firstRow, 0).Y + _radius, Frame.Centre(lastRow, 0).Y - _radius);
        return [.. _segments.Where(s => Math.Min(s.Y1, s.Y2) <= top && Math.Max(s.Y1, s.Y2) >= bottom)];
    }

    private void Add(DensitySegment segment, int row, Span<double> sums)
    {
        var (left, y) = Frame.Centre(row, 0);
        if (Math.Min(segment.Y1, segment.Y2) - _radius > y || Math.Max(segment.Y1, segment.Y2) + _radius < y)
            return;
        var first = Math.Max(0, Math.Ceiling((Math.Min(segment.X1, segment.X2) - _radius - left) / Frame.CellSizeMetres));
        var last = Math.Min(sums.Length - 1, Math.Floor((Math.Max(segment.X1, segment.X2) + _radius - left) / Frame.CellSizeMetres));
        for (var column = (int)first; column <= last; column++)
            sums[column] += segment.IsPoint
                ? Point(segment, left + (column * Frame.CellSizeMetres), y)
                : Line(segment, left + (column * Frame.CellSizeMetres), y);
    }

    private double Point(DensitySegment point, double x, double y)
    {
        var (across, down) = (x - point.X1, y - point.Y1);
        return point.Weight * SquareMetresPerSquareKilometre * _profile.At((across * across) + (down * down));
    }

    private double Line(DensitySegment line, double x, double y)
    {
        var (along, up) = (line.X2 - line.X1, line.Y2 - line.Y1);
        var length = Math.Sqrt((along * along) + (up * up));
        var (across, down) = (x - line.X1, y - line.Y1);
        var foot = ((across * along) + (down * up)) / length;
        var away = ((across * up) - (down * along)) / length;
        return line.Weight * MetresPerKilometre * _profile.Along(away * away, -foot, length - foot);
    }
}
