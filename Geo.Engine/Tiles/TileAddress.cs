using System.Globalization;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Tiles;

/// <summary>One tile of a pyramid.</summary>
/// <param name="Set">The pyramid.</param>
/// <param name="Zoom">0 to <see cref="TileMatrixSet.MaxZoom"/>.</param>
/// <param name="Column">From the west, from 0.</param>
/// <param name="Row">From the north, from 0.</param>
public sealed record TileAddress(TileMatrixSet Set, int Zoom, int Column, int Row)
{
    /// <summary>The tile of three texts as they stand in addresses; null when one is no number or lies outside the pyramid.</summary>
    public static TileAddress? Parse(TileMatrixSet set, string zoom, string column, string row)
    {
        if (Number(zoom) is not { } z || z > set.MaxZoom || Number(column) is not { } x || Number(row) is not { } y)
            return null;
        return x < set.Columns(z) && y < TileMatrixSet.Rows(z) ? new TileAddress(set, z, x, y) : null;
    }

    /// <summary>Longitudes and latitudes of the tile and a margin around it, as a share of its side.</summary>
    public Extent LonLat(double margin) => Set.LonLat(Column - margin, Row - margin, Column + 1 + margin, Row + 1 + margin, Zoom);

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
