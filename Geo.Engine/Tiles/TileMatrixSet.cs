using Geo.Engine.Geodesy;

namespace Geo.Engine.Tiles;

/// <summary>
/// A registered pyramid of tiles (OGC 17-083r4, Two Dimensional Tile Matrix Set 2.0, annex D): columns count from the west, rows from the north,
/// and a tile has half the side of the one above it.
/// </summary>
public sealed class TileMatrixSet
{
    private const double EquatorMetres = 2 * Math.PI * 6_378_137;
    private const double PixelMetres = 0.00028; // OGC's nominal pixel, by which scale denominators are reckoned
    private const int PixelsPerTile = 256;
    private const int RowsAtTop = 1;

    private TileMatrixSet(string id, CoordinateSystem system, int columnsAtTop, int maxZoom)
    {
        (Id, System, ColumnsAtTop, MaxZoom) = (id, system, columnsAtTop, maxZoom);
    }

    /// <summary>Web Mercator, one tile at the top.</summary>
    public static TileMatrixSet WebMercatorQuad { get; } = new("WebMercatorQuad", CoordinateSystems.WebMercator, 1, 24);

    /// <summary>Longitude and latitude, two tiles side by side at the top.</summary>
    public static TileMatrixSet WorldCrs84Quad { get; } = new("WorldCRS84Quad", CoordinateSystems.Crs84, 2, 17);

    /// <summary>All that are served.</summary>
    public static IReadOnlyList<TileMatrixSet> All { get; } = [WebMercatorQuad, WorldCrs84Quad];

    /// <summary>Its identifier in addresses.</summary>
    public string Id { get; }

    /// <summary>Its registered name.</summary>
    public string Uri => $"http://www.opengis.net/def/tilematrixset/OGC/1.0/{Id}";

    /// <summary>The system of its coordinates.</summary>
    public CoordinateSystem System { get; }

    /// <summary>Tiles side by side at zoom 0.</summary>
    public int ColumnsAtTop { get; }

    /// <summary>The deepest zoom of the registered definition.</summary>
    public int MaxZoom { get; }

    /// <summary>Left, bottom, right and top of the whole, in its system.</summary>
    public Extent Extent => this == WebMercatorQuad
        ? new(-EquatorMetres / 2, -EquatorMetres / 2, EquatorMetres / 2, EquatorMetres / 2)
        : new(-180, -90, 180, 90);

    /// <summary>One by its identifier, case-sensitive; null when it is not served.</summary>
    public static TileMatrixSet? Find(string id) => All.FirstOrDefault(s => s.Id == id);

    /// <summary>Tiles from west to east at a zoom.</summary>
    public int Columns(int zoom) => ColumnsAtTop << zoom;

    /// <summary>Tiles from north to south at a zoom.</summary>
    public static int Rows(int zoom) => RowsAtTop << zoom;

    /// <summary>Units of the system per pixel at a zoom.</summary>
    public double CellSize(int zoom) => Extent.Width / Columns(zoom) / PixelsPerTile;

    /// <summary>The scale of a zoom as the standard reckons it, from pixels of 0.28 mm.</summary>
    public double ScaleDenominator(int zoom) => CellSize(zoom) * (System.IsGeographic ? EquatorMetres / 360 : 1) / PixelMetres;

    /// <summary>Where a position lies, as shares of the whole width from the left and of the whole height from the top; beyond Mercator's square they are below 0 or above 1.</summary>
    internal (double Across, double Down) ShareOf(double longitude, double latitude) =>
        ((longitude + 180) / 360, this == WebMercatorQuad ? MercatorFromTop(latitude) : (90 - latitude) / 180);

    /// <summary>The box of longitudes and latitudes between two places, in tiles from the top left corner.</summary>
    internal Extent LonLat(double left, double top, double right, double bottom, int zoom) =>
        new(Longitude(left, zoom), Latitude(bottom, zoom), Longitude(right, zoom), Latitude(top, zoom));

    private double Longitude(double column, int zoom) => Math.Clamp((column / Columns(zoom) * 360) - 180, -180, 180);

    private double Latitude(double row, int zoom)
    {
        var fromTop = Math.Clamp(row / Rows(zoom), 0, 1);
        return this == WebMercatorQuad ? Math.Atan(Math.Sinh(Math.PI * (1 - (2 * fromTop)))) * 180 / Math.PI : 90 - (fromTop * 180);
    }

    private static double MercatorFromTop(double latitude)
    {
        var sine = Math.Sin(latitude * Math.PI / 180);
        return (1 - (Math.Log((1 + sine) / (1 - sine)) / (2 * Math.PI))) / 2;
    }
}
