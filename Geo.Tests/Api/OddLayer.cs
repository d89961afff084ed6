using Geo.Engine.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Geo.Tests.Api;

/// <summary>A layer with what formats get wrong: every type of geometry, none and empty ones, NaN, large integers, texts that look like formulas.</summary>
internal static class OddLayer
{
    public static LayerDefinition Definition { get; } = SampleLayers.Places with { Id = "odd", GeometryKind = GeometryKind.Geometry };

    /// <summary>Rings turn as RFC 7946 asks, so that GeoJSON and the other forms hold the same order.</summary>
    public static IReadOnlyList<Feature> Rows { get; } =
    [
        Row(1, "POINT (105.9739 9.6025)", "Sóc Trăng", 137305L, 2.5, false, new DateOnly(2007, 2, 8), Utc(5, 0)),
        Row(2, "POLYGON ((106 9, 107 9, 107 10, 106 10, 106 9), (106.2 9.2, 106.2 9.4, 106.4 9.4, 106.4 9.2, 106.2 9.2))", "đường \"biển\", dòng 1\r\ndòng 2", 9_007_199_254_740_993L, double.NaN, true, null, Utc(5, 678)),
        Row(5, null, "=1+1", -5L, -0.5, null, null, null),
        Row(6, "LINESTRING (106 9, 106.5 9.5, 107 9)", "-x", null, 1e-7, null, new DateOnly(2025, 7, 1), null),
        Row(7, "POLYGON EMPTY", "", 0L, 1e300, null, null, null),
        Row(8, "MULTIPOLYGON (((105 9, 105.5 9, 105.5 9.5, 105 9)), ((105 8, 105.5 8, 105.5 8.5, 105 8)))", null, long.MinValue, null, null, null, null),
        Row(9, "GEOMETRYCOLLECTION (POINT (106 9), LINESTRING (106 9, 106.5 9.5))", "@x", null, null, null, null, null),
        Row(10, "MULTIPOINT ((105 9), (106 10))", "x", null, null, null, null, null),
        Row(11, "MULTILINESTRING ((105 9, 106 10), (107 9, 108 10, 108 11))", "x", null, null, null, null, null),
    ];

    /// <summary>Lines with a height at every vertex.</summary>
    public static LayerDefinition Heights { get; } = Definition with { Id = "heights", GeometryKind = GeometryKind.LineString, Properties = [new("name", PropertyType.Text)], TimeStartProperty = null };

    public static IReadOnlyList<Feature> HeightRows { get; } = [Row(1, "LINESTRING Z (106 9 3, 106.5 9.5 4.25)", "dốc"), Row(2, "LINESTRING Z (105 9 -1, 105.5 9.5 0)", "đáy")];

    private static Feature Row(long id, string? wkt, params object?[] values) => new(id, wkt is null ? null : new WKTReader().Read(wkt), values);

    private static DateTime Utc(int second, int millisecond) => new(2024, 5, 1, 3, 4, second, millisecond, DateTimeKind.Utc);
}
