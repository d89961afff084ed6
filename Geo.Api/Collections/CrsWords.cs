using Geo.Engine.Features;
using Geo.Engine.Geodesy;

namespace Geo.Api.Collections;

/// <summary>Coordinate systems in the words of those who use them.</summary>
internal static class CrsWords
{
    private static readonly Dictionary<string, BilingualText> Names = new()
    {
        ["OGC:CRS84"] = new("WGS 84, kinh độ trước", "WGS 84, longitude first"),
        ["EPSG:4326"] = new("WGS 84, vĩ độ trước", "WGS 84, latitude first"),
        ["EPSG:3857"] = new("Mercator của bản đồ web", "Web Mercator"),
        ["EPSG:9209"] = new("VN-2000, kinh tuyến trục 105°30′, múi 3° (Sóc Trăng)", "VN-2000, central meridian 105°30′, 3° zone (Sóc Trăng)"),
        ["EPSG:5897"] = new("VN-2000, kinh tuyến trục 105°00′, múi 3° (Cần Thơ)", "VN-2000, central meridian 105°00′, 3° zone (Cần Thơ)"),
        ["EPSG:3405"] = new("VN-2000, UTM múi 48 Bắc", "VN-2000, UTM zone 48N"),
        ["EPSG:32648"] = new("WGS 84, UTM múi 48 Bắc", "WGS 84, UTM zone 48N"),
        ["EPSG:4756"] = new("VN-2000, vĩ độ trước", "VN-2000, latitude first"),
    };

    /// <summary>What people call a system; the authority's name where we have no other.</summary>
    public static BilingualText NameOf(CoordinateSystem system) => Names.GetValueOrDefault(system.Code) ?? new(system.Name, system.Name);

    /// <summary>The order of its axes and their unit.</summary>
    public static BilingualText AxesOf(CoordinateSystem system) => (system.IsGeographic, system.AxisOrder) switch
    {
        (true, AxisOrder.EastNorth) => new("kinh độ, vĩ độ", "longitude, latitude"),
        (true, AxisOrder.NorthEast) => new("vĩ độ, kinh độ", "latitude, longitude"),
        (false, AxisOrder.EastNorth) => new("đông, bắc, mét", "easting, northing, metres"),
        _ => new("bắc, đông, mét", "northing, easting, metres"),
    };
}
