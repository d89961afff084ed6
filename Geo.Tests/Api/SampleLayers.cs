using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Geo.Tests.Api;

/// <summary>Layers that hold every kind of row the service must get right.</summary>
internal static class SampleLayers
{
    public static LayerProvenance Provenance { get; } = new("drawn for tests", "CC-BY-4.0", "© testers", "2025-07-01", LayerStatus.Schematic, null);

    /// <summary>Seven places in and around the province: with and without geometry, with and without a date, of every type of value.</summary>
    public static LayerDefinition Places { get; } = Definition("places", GeometryKind.Point) with
    {
        Properties =
        [
            new("name", PropertyType.Text, new("Tên", "Name")),
            new("people", PropertyType.Integer, new("Dân số", "Population")),
            new("height", PropertyType.Number, new("Độ cao", "Height"), "m"),
            new("coastal", PropertyType.Boolean),
            new("since", PropertyType.Date, new("Từ ngày", "Since")),
            new("seen", PropertyType.DateTime),
        ],
        TimeStartProperty = "since",
    };

    /// <summary>Rows of <see cref="Places"/>.</summary>
    public static IReadOnlyList<Feature> PlaceRows { get; } =
    [
        Row(1, "POINT (105.9739 9.6025)", "Sóc Trăng", 137305L, 2.5, false, new DateOnly(2007, 2, 8), Utc(2024, 5, 1, 3, 4, 5)),
        Row(2, "POINT (105.9803 9.3272)", "Vĩnh Châu", 163918L, 1.25, true, new DateOnly(2011, 8, 25), null),
        Row(3, "POINT (106.1511 9.4903)", "Trần Đề", null, double.NaN, true, new DateOnly(2009, 12, 23), null),
        Row(4, null, "không rõ vị trí", 0L, null, null, new DateOnly(2020, 1, 2), null),
        Row(5, "POINT (106.0 9.7)", "không rõ ngày", 12L, -0.5, true, null, null),
        Row(6, "POINT (178.5 -17)", "beyond the antimeridian", 1L, 1e-7, true, new DateOnly(2020, 1, 1), null),
        Row(7, "POINT (106.123456789 9.0000000001)", "<script>alert('x')</script>&\"", 9_007_199_254_740_993L, 1e300, false, new DateOnly(2020, 1, 3), null),
    ];

    /// <summary>A layer whose id needs encoding.</summary>
    public static LayerDefinition Hard { get; } = Definition("đất.ven biển/1", GeometryKind.Geometry) with
    {
        Title = new("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
        Properties = [new("<b>tên</b>", PropertyType.Text, new("<i>", "<i>"))],
    };

    /// <summary>Rows of <see cref="Hard"/>: rings the wrong way round, a hole, several parts.</summary>
    public static IReadOnlyList<Feature> HardRows { get; } =
    [
        Row(1, "POLYGON ((106 9, 106 10, 107 10, 107 9, 106 9), (106.2 9.2, 106.4 9.2, 106.4 9.4, 106.2 9.4, 106.2 9.2))", "\u0000\u2028'\"<"),
        Row(2, "MULTIPOLYGON (((105 9, 105.5 9, 105.5 9.5, 105 9)), ((105 8, 105.5 8, 105.5 8.5, 105 8)))", [null]),
        Row(3, "GEOMETRYCOLLECTION (POINT Z (106 9 3), LINESTRING (106 9, 106.5 9.5))", "mixed"),
        Row(9, "POLYGON EMPTY", "empty"),
    ];

    /// <summary>A layer without rows.</summary>
    public static LayerDefinition Empty { get; } = Definition("empty", GeometryKind.LineString);

    /// <summary>Rows as a store takes them, which refuses NaN and NUL.</summary>
    public static IEnumerable<Feature> Storable(IEnumerable<Feature> rows) => rows.Select(r => r with { Values = [.. r.Values.Select(v => v is double.NaN ? null : v is string text ? text.Replace("\0", "", StringComparison.Ordinal) : v)] });

    /// <summary>A store with all of them.</summary>
    public static MemoryStore Store() => new MemoryStore().With(Places, PlaceRows).With(Hard, HardRows).With(Empty);

    /// <summary>A point layer of any size.</summary>
    public static LayerDefinition Many { get; } = Definition("many", GeometryKind.Point) with
    {
        Properties = [new("name", PropertyType.Text), new("value", PropertyType.Number)],
    };

    /// <summary>Rows of <see cref="Many"/>, every third id left out.</summary>
    public static IEnumerable<Feature> ManyRows(int count) => Enumerable.Range(0, count).Select(i =>
        new Feature((i * 3L / 2) + 1, new Point(105.5 + (i % 1000 * 0.001), 9.2 + (i / 1000 * 0.001)) { SRID = 4326 }, [$"điểm {i}", i * 0.25]));

    private static LayerDefinition Definition(string id, GeometryKind kind) => new()
    {
        Id = id,
        Title = new($"Lớp {id}", $"Layer {id}"),
        Description = new("Lớp dùng để thử.", "A layer for tests."),
        GeometryKind = kind,
        System = CoordinateSystems.Crs84,
        Properties = [],
        Provenance = Provenance,
    };

    private static Feature Row(long id, string? wkt, params object?[] values) => new(id, wkt is null ? null : new WKTReader().Read(wkt), values);

    private static DateTime Utc(int year, int month, int day, int hour, int minute, int second) => new(year, month, day, hour, minute, second, DateTimeKind.Utc);
}
