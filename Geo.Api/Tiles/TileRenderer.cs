using Geo.Engine.Grids;

namespace Geo.Api.Tiles;

/// <summary>
/// Draws a grid on a tile. Exact positions are computed on a lattice of at most 16 pixels and interpolated between: the
/// difference of two Mercator projections over 16 pixels is below a hundredth of a pixel on this coast.
/// </summary>
internal static class TileRenderer
{
    private const int LatticePixels = 16;

    private static readonly byte[] Empty = PngWriter.Write(new byte[MercatorTile.Size * MercatorTile.Size], MercatorTile.Size, [0, 0, 0]);

    /// <summary>The tile as PNG; transparent where the grid has no value.</summary>
    public static byte[] Render(GridImage image, MercatorTile tile)
    {
        var window = PixelWindow.Of(image.Mercator, tile);
        if (window.IsEmpty)
            return Empty;
        var pixels = new byte[MercatorTile.Size * MercatorTile.Size];
        Draw(image, tile, window, pixels);
        return pixels.AsSpan().ContainsAnyExcept((byte)0) ? PngWriter.Write(pixels, MercatorTile.Size, image.Palette.Colours) : Empty;
    }

    private static void Draw(GridImage image, MercatorTile tile, PixelWindow window, byte[] pixels)
    {
        var level = image.Levels[LevelOf(image, tile)];
        var lattice = Lattice.Of(image, tile, window, LatticePixels);
        for (var row = window.Top; row < window.Bottom; row++)
        {
            for (var column = window.Left; column < window.Right; column++)
            {
                var (x, y) = lattice.At(column + 0.5, row + 0.5);
                if (level.Frame.CellAt(x, y) is var (gridRow, gridColumn))
                    pixels[(row * MercatorTile.Size) + column] = level[gridRow, gridColumn];
            }
        }
    }

    /// <summary>The coarsest level whose cells are not larger than a pixel on the ground.</summary>
    private static int LevelOf(GridImage image, MercatorTile tile)
    {
        var centre = (image.Mercator.MinY + image.Mercator.MaxY) / 2;
        var groundMetres = tile.PixelMetres / Math.Cosh(centre / 6378137);
        var level = (int)Math.Floor(Math.Log2(groundMetres / image.Frame.CellSizeMetres));
        return Math.Clamp(level, 0, image.Levels.Count - 1);
    }
}
