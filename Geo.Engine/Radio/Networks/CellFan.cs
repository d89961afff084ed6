using Geo.Engine.Grids;

namespace Geo.Engine.Radio.Networks;

/// <summary>
/// The cells around a site, sorted into the radials that pass nearest to their centres, on each in order of distance. So every cell is computed once, at its
/// own distance and on its own ground; only the way to it is that of the radial, which at the rim is off by half a cell at most.
/// </summary>
internal sealed class CellFan
{
    private readonly int[] _starts;
    private readonly FanCell[] _cells;

    private CellFan(int[] starts)
    {
        _starts = starts;
        _cells = new FanCell[starts[^1]];
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

    /// <summary>Most cells on one radial.</summary>
    public int MostCells => Enumerable.Range(0, Radials).Max(i => CellsOf(i).Length);

    /// <summary>The cells of a radial, nearest first.</summary>
    public ReadOnlySpan<FanCell> CellsOf(int radial) => _cells.AsSpan(_starts[radial].._starts[radial + 1]);

    /// <summary>Azimuth of a radial, radians clockwise from north.</summary>
    public double AzimuthOf(int radial) => radial * 2 * Math.PI / Radials;

    /// <summary>Sorts the cells of a frame whose centres are within a radius of a site.</summary>
    public static CellFan Around(double x, double y, double radiusMetres, GridFrame frame)
    {
        var size = frame.CellSizeMetres;
        int Clamp(double value, int most) => (int)Math.Clamp(value, 0, most);
        var (top, bottom) = (Clamp(Math.Floor((frame.Top - y - radiusMetres) / size), frame.Rows), Clamp(Math.Ceiling((frame.Top - y + radiusMetres) / size), frame.Rows));
        var (left, right) = (Clamp(Math.Floor((x - radiusMetres - frame.Left) / size), frame.Columns), Clamp(Math.Ceiling((x + radiusMetres - frame.Left) / size), frame.Columns));
        var (east, north) = (frame.Left + ((left + 0.5) * size) - x, frame.Top - ((top + 0.5) * size) - y);
        var bearings = new CellBearings(east, north, size, radiusMetres, bottom - top, right - left);
        var fan = new CellFan(bearings.Starts()) { Top = top, Left = left, Rows = bottom - top, Columns = right - left };
        fan.Fill(bearings);
        return fan;
    }

    // From the site outwards, so that the cells of a radial come nearly in order.
    private void Fill(CellBearings bearings)
    {
        var next = _starts.AsSpan(0, Radials).ToArray();
        var columns = Outwards(bearings.SiteColumn, Columns);
        foreach (var row in Outwards(bearings.SiteRow, Rows))
        {
            var radials = bearings.RadialsOf(row);
            foreach (var column in columns)
                if (radials[column] is >= 0 and var radial)
                    Insert(new(row, column, bearings.SquareOf(row, column)), _starts[radial], next[radial]++);
        }
    }

    private void Insert(in FanCell cell, int first, int at)
    {
        for (; at > first && _cells[at - 1].SquareMetres > cell.SquareMetres; at--)
            _cells[at] = _cells[at - 1];
        _cells[at] = cell;
    }

    private static int[] Outwards(int from, int count)
    {
        var middle = Math.Clamp(from, 0, count);
        return [.. Enumerable.Range(middle, count - middle), .. Enumerable.Range(0, middle).Reverse()];
    }
}
