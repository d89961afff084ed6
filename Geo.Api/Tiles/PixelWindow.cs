using Geo.Engine.Geodesy;

namespace Geo.Api.Tiles;

/// <summary>The pixels of a tile that a box covers; right and bottom are not included.</summary>
internal readonly record struct PixelWindow(int Left, int Top, int Right, int Bottom)
{
    public bool IsEmpty => Left >= Right || Top >= Bottom;

    /// <summary>The window of a box in web mercator.</summary>
    public static PixelWindow Of(Extent box, MercatorTile tile)
    {
        var (extent, pixel) = (tile.Extent, tile.PixelMetres);
        return new(
            Clamp(Math.Floor((box.MinX - extent.MinX) / pixel)),
            Clamp(Math.Floor((extent.MaxY - box.MaxY) / pixel)),
            Clamp(Math.Ceiling((box.MaxX - extent.MinX) / pixel)),
            Clamp(Math.Ceiling((extent.MaxY - box.MinY) / pixel)));
    }

    private static int Clamp(double pixel) => (int)Math.Clamp(pixel, 0, MercatorTile.Size);
}
