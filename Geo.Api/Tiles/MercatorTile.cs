using System.Globalization;
using Geo.Engine.Geodesy;

namespace Geo.Api.Tiles;

/// <summary>A tile of the web-mercator pyramid (WebMercatorQuad): 256 x 256 pixels, columns from the west, rows from the north.</summary>
/// <param name="Zoom">0 to 22; 2^zoom tiles on a side.</param>
/// <param name="Column">0 to 2^zoom - 1.</param>
/// <param name="Row">0 to 2^zoom - 1.</param>
internal readonly record struct MercatorTile(int Zoom, int Column, int Row)
{
    /// <summary>Pixels on a side.</summary>
    public const int Size = 256;

    /// <summary>Deepest zoom that is served.</summary>
    public const int MaxZoom = 22;

    /// <summary>Half of the side of the world, metres of the projection.</summary>
    private const double HalfWorld = 20037508.342789244;

    /// <summary>Side of a pixel, metres of the projection.</summary>
    public double PixelMetres => 2 * HalfWorld / (1L << Zoom) / Size;

    /// <summary>The box of the tile, metres of the projection.</summary>
    public Extent Extent
    {
        get
        {
            var side = PixelMetres * Size;
            var (left, top) = (-HalfWorld + (Column * side), HalfWorld - (Row * side));
            return new Extent(left, top - side, left + side, top);
        }
    }

    /// <summary>The tile of three path segments; null when one is no number or out of range.</summary>
    public static MercatorTile? Parse(string zoom, string column, string row)
    {
        if (Number(zoom) is not { } z || z > MaxZoom || Number(column) is not { } x || Number(row) is not { } y)
            return null;
        var side = 1 << z;
        return x < side && y < side ? new MercatorTile(z, x, y) : null;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
