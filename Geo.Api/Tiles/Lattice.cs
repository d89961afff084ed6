namespace Geo.Api.Tiles;

/// <summary>Positions in a grid's system at the nodes of a lattice over a window of pixels, interpolated between the nodes.</summary>
internal sealed class Lattice
{
    private readonly PixelWindow _window;
    private readonly int _columns;
    private readonly int _rows;
    private readonly (double X, double Y)[] _nodes;

    private Lattice(PixelWindow window, int columns, int rows)
    {
        _window = window;
        (_columns, _rows) = (columns, rows);
        _nodes = new (double, double)[(columns + 1) * (rows + 1)];
    }

    private double Width => (double)(_window.Right - _window.Left) / _columns;

    private double Height => (double)(_window.Bottom - _window.Top) / _rows;

    /// <summary>The lattice over a window, with meshes of at most <paramref name="mostPixels"/>.</summary>
    public static Lattice Of(GridImage image, MercatorTile tile, PixelWindow window, int mostPixels)
    {
        var columns = (window.Right - window.Left + mostPixels - 1) / mostPixels;
        var lattice = new Lattice(window, columns, (window.Bottom - window.Top + mostPixels - 1) / mostPixels);
        var (extent, pixel) = (tile.Extent, tile.PixelMetres);
        for (var i = 0; i < lattice._nodes.Length; i++)
        {
            var column = window.Left + (i % (columns + 1) * lattice.Width);
            var row = window.Top + (i / (columns + 1) * lattice.Height);
            lattice._nodes[i] = image.ToGrid.Transform(extent.MinX + (column * pixel), extent.MaxY - (row * pixel));
        }
        return lattice;
    }

    /// <summary>The position at a place of the window, in pixels from the tile's top-left corner.</summary>
    public (double X, double Y) At(double column, double row)
    {
        var (u, v) = ((column - _window.Left) / Width, (row - _window.Top) / Height);
        var (i, j) = (Math.Min((int)u, _columns - 1), Math.Min((int)v, _rows - 1));
        var (s, t) = (u - i, v - j);
        var corner = (j * (_columns + 1)) + i;
        var (a, b) = (_nodes[corner], _nodes[corner + 1]);
        var (c, d) = (_nodes[corner + _columns + 1], _nodes[corner + _columns + 2]);
        return (Mix(Mix(a.X, b.X, s), Mix(c.X, d.X, s), t), Mix(Mix(a.Y, b.Y, s), Mix(c.Y, d.Y, s), t));
    }

    private static double Mix(double from, double to, double share) => from + ((to - from) * share);
}
