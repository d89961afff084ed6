namespace Geo.Engine.Geodesy;

/// <summary>The coordinate systems that are used on this coast (EPSG dataset v10.076).</summary>
public static class CoordinateSystems
{
    /// <summary>WGS 84 longitude, latitude: the default of GeoJSON and OGC APIs.</summary>
    public static CoordinateSystem Crs84 { get; } =
        new("OGC:CRS84", "http://www.opengis.net/def/crs/OGC/1.3/CRS84", 4326, "WGS 84 (longitude-latitude)", AxisOrder.EastNorth, true);

    /// <summary>WGS 84 latitude, longitude by the authority's axis order.</summary>
    public static CoordinateSystem Wgs84 { get; } = Epsg(4326, "WGS 84", AxisOrder.NorthEast, true);

    /// <summary>Spherical Mercator of web maps; lengths and areas are not to be measured in it.</summary>
    public static CoordinateSystem WebMercator { get; } = Epsg(3857, "WGS 84 / Pseudo-Mercator", AxisOrder.EastNorth, false);

    /// <summary>VN-2000 / TM-3 105-30: the province's own zone and the engine's working system.</summary>
    public static CoordinateSystem Vn2000Tm3Zone10530 { get; } = Epsg(9209, "VN-2000 / TM-3 105-30", AxisOrder.EastNorth, false);

    /// <summary>VN-2000 / TM-3 zone 105-00: the zone of Cần Thơ city before the merger of 2025.</summary>
    public static CoordinateSystem Vn2000Tm3Zone10500 { get; } = Epsg(5897, "VN-2000 / TM-3 zone 482", AxisOrder.EastNorth, false);

    /// <summary>VN-2000 / UTM zone 48N.</summary>
    public static CoordinateSystem Vn2000Utm48 { get; } = Epsg(3405, "VN-2000 / UTM zone 48N", AxisOrder.EastNorth, false);

    /// <summary>WGS 84 / UTM zone 48N; about 226 m from <see cref="Vn2000Utm48"/> here.</summary>
    public static CoordinateSystem Wgs84Utm48 { get; } = Epsg(32648, "WGS 84 / UTM zone 48N", AxisOrder.EastNorth, false);

    /// <summary>VN-2000 geographic, latitude first.</summary>
    public static CoordinateSystem Vn2000 { get; } = Epsg(4756, "VN-2000", AxisOrder.NorthEast, true);

    /// <summary>Every known system; CRS84 first, as OGC API - Features Part 2 asks.</summary>
    public static IReadOnlyList<CoordinateSystem> All { get; } =
        [Crs84, Wgs84, WebMercator, Vn2000Tm3Zone10530, Vn2000Tm3Zone10500, Vn2000Utm48, Wgs84Utm48, Vn2000];

    /// <summary>Finds a system by <c>EPSG:n</c>, <c>OGC:CRS84</c> or its OGC URI; null when it is not one of <see cref="All"/>.</summary>
    public static CoordinateSystem? Find(string codeOrUri) =>
        All.FirstOrDefault(s => s.Code.Equals(codeOrUri, StringComparison.OrdinalIgnoreCase) || s.Uri.Equals(codeOrUri, StringComparison.Ordinal));

    /// <summary>Finds a system by the number used in GeoPackage and PostGIS; 4326 is CRS84, since both store longitude first.</summary>
    public static CoordinateSystem? FindBySrid(int srid) => All.FirstOrDefault(s => s.Srid == srid);

    private static CoordinateSystem Epsg(int code, string name, AxisOrder axisOrder, bool isGeographic) =>
        new($"EPSG:{code}", $"http://www.opengis.net/def/crs/EPSG/0/{code}", code, name, axisOrder, isGeographic);
}
