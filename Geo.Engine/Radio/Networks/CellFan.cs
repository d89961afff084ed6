using Geo.Engine.Grids;

namespace Geo.Engine.Radio.Networks;

/// <summary>
/// The cells around a site, sorted into the radials that pass nearest to their centres, on each in order of distance. So every cell is computed once, at its
/// own distance and on its own ground; only the way to it is that of the radial, which at the rim is off by half a cell at most.
/// </summary>
internal sealed class CellFan
{
    private readonly int[] _starts;
    private readonly int[] _cells;
    private readonly float[] _squares;

    private CellFan(int radials, int cells)
    {
        _starts = new int[radials + 1];
        _cells = new int[cells];
        _squares = new float[cells];
    }

    /// <summary>First row of the box, in rows of the frame.</summary>
    public required int Top { get; init; }

    /// <summary>First column of the box.</summary>
    public required int Left { get; init; }

    /// <summary>Rows of the box.</summary>
    public required int Rows { get; init; }

    /// <summary>Columns of the box.</summary>
    public required int Columns { get; init; }

    /// <summary>Number of radials.</summary>
    public int Radials => _starts.Length - 1;

    /// <summary>The cells of a radial, as places in the box (row x columns + column), nearest first.</summary>
    public ReadOnlySpan<int> CellsOf(int radial) => _cells.AsSpan(_starts[radial].._starts[radial + 1]);

    /// <summary>Azimuth of a radial, radians clockwise from north.</summary>
    public double AzimuthOf(int radial) => radial * 2 * Math.PI / Radials;

    /// <summary>Sorts the cells of a frame whose centres are within a radius of a site.</summary>
    public static CellFan Around(double x, double y, double radiusMetres, GridFrame frame)
    {
        var size = frame.CellSizeMetres;
        int Clamp(double value, int most) => (int)Math.Clamp(value, 0, most);
        var (top, bottom) = (Clamp(Math.Floor((frame.Top - y - radiusMetres) / size), frame.Rows), Clamp(Math.Ceiling((frame.Top - y + radiusMetres) / size), frame.Rows));
        var (left, right) = (Clamp(Math.Floor((x - radiusMetres - frame.Left) / size), frame.Columns), Clamp(Math.Ceiling((x + radiusMetres - frame.Left) / size), frame.Columns));
        var (rows, columns) = (bottom - top, right - left);
        var radials = (int)Math.Ceiling(2 * Math.PI * radiusMetres / size);
        var radialOf = new int[rows * columns];
        var squareOf = new float[rows * columns];
        var counts = new int[radials + 1];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var (east, north) = (frame.Left + ((left + column + 0.5) * size) - x, frame.Top - ((top + row + 0.5) * size) - y);
                var square = (east * east) + (north * north);
                var place = (row * columns) + column;
                radialOf[place] = square <= radiusMetres * radiusMetres ? Nearest(east, north, radials) : -1;
                squareOf[place] = (float)square;
                if (radialOf[place] >= 0)
                    counts[radialOf[place] + 1]++;
            }
        }

        var fan = new CellFan(radials, counts.Sum()) { Top = top, Left = left, Rows = rows, Columns = columns };
        fan.Fill(radialOf, squareOf, counts);
        return fan;
    }

    private static int Nearest(double east, double north, int radials)
    {
        var turns = Math.Atan2(east, north) / (2 * Math.PI);
        return (int)Math.Round((turns < 0 ? turns + 1 : turns) * radials) % radials;
    }

    private void Fill(int[] radialOf, float[] squareOf, int[] counts)
    {
        for (var radial = 0; radial < Radials; radial++)
            _starts[radial + 1] = _starts[radial] + counts[radial + 1];
        var next = _starts.AsSpan(0, Radials).ToArray();
        for (var place = 0; place < radialOf.Length; place++)
        {
            if (radialOf[place] < 0)
                continue;
            var at = next[radialOf[place]]++;
            (_cells[at], _squares[at]) = (place, squareOf[place]);
        }

        for (var radial = 0; radial < Radials; radial++)
            _squares.AsSpan(_starts[radial].._starts[radial + 1]).Sort(_cells.AsSpan(_starts[radial].._starts[radial + 1]));
    }
}
