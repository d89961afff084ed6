using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Tests.Stores;

public abstract partial class StoreContract
{
    private static readonly PropertyDefinition[] EveryType =
    [
        Column("tên", PropertyType.Text), Column("whole", PropertyType.Integer), Column("number", PropertyType.Number),
        Column("flag", PropertyType.Boolean), Column("day", PropertyType.Date), Column("moment", PropertyType.DateTime),
    ];

    [Fact]
    public async Task Values_of_every_type_come_back_exactly()
    {
        object?[][] values =
        [
            ["Sóc Trăng", long.MaxValue, 0.1, true, new DateOnly(2025, 6, 30), new DateTime(2025, 7, 1, 0, 0, 0, DateTimeKind.Utc)],
            ["", long.MinValue, double.Epsilon, false, DateOnly.MinValue, DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc)],
            ["'; DROP TABLE layers; --", 0L, -1.7976931348623157e308, true, DateOnly.MaxValue, new DateTime(1999, 12, 31, 23, 59, 59, 999, 999, DateTimeKind.Utc)],
            ["🌾 \"\\\n\t", (1L << 53) + 1, 0.1 + 0.2, false, new DateOnly(1900, 2, 28), new DateTime(2024, 2, 29, 6, 7, 8, 90, DateTimeKind.Utc)],
            [null, null, null, null, null, null],
        ];
        var layer = await WriteAsync(Definition("values", properties: EveryType), [.. values.Select((v, i) => Row(i + 1, $"POINT ({i} {i})", v))]);
        var read = await ReadAsync(layer);
        Assert.Equal(values, read.Select(f => f.Values));
        Assert.Equal(DateTimeKind.Utc, Assert.IsType<DateTime>(read[0].Values[5]).Kind);
    }

    [Fact]
    public async Task A_text_is_kept_in_NFC_and_a_negative_zero_as_zero_and_a_moment_to_the_microsecond()
    {
        var layer = await WriteAsync(
            Definition("forms", properties: [Column("a", PropertyType.Text), Column("b", PropertyType.Number), Column("c", PropertyType.DateTime)]),
            Row(1, null, "So\u0301c Tra\u0306ng", -0.0, new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddTicks(19)));
        var values = Assert.Single(await ReadAsync(layer)).Values;
        Assert.Equal("S\u00F3c Tr\u0103ng", values[0]);
        Assert.False(double.IsNegative(Assert.IsType<double>(values[1])));
        Assert.Equal(new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddTicks(10), values[2]);
    }

    [Theory]
    [InlineData(GeometryKind.Point, "POINT (105.97 9.6)", "POINT EMPTY", "POINT Z(105 9 2.5)")]
    [InlineData(GeometryKind.LineString, "LINESTRING (105 9, 106 10, 105.5 9.9)", "LINESTRING EMPTY", "LINESTRING Z(1 2 3, 4 5 6)")]
    [InlineData(GeometryKind.Polygon, "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (2 2, 2 4, 4 4, 2 2))", "POLYGON EMPTY", "POLYGON Z((0 0 1, 1 0 2, 1 1 3, 0 0 1))")]
    [InlineData(GeometryKind.MultiPoint, "MULTIPOINT ((1 2), (3 4))", "MULTIPOINT EMPTY", "MULTIPOINT Z((1 2 3))")]
    [InlineData(GeometryKind.MultiLineString, "MULTILINESTRING ((0 0, 1 1), (2 2, 3 3))", "MULTILINESTRING EMPTY", "MULTILINESTRING Z((0 0 1, 1 1 2))")]
    [InlineData(GeometryKind.MultiPolygon, "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))", "MULTIPOLYGON EMPTY", "MULTIPOLYGON Z(((0 0 1, 1 0 1, 1 1 1, 0 0 1)))")]
    [InlineData(GeometryKind.Geometry, "GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1), GEOMETRYCOLLECTION (POINT (3 3)))", "GEOMETRYCOLLECTION EMPTY", "POINT Z(1 2 3)")]
    public async Task Every_kind_of_geometry_comes_back_also_empty_missing_and_with_heights(GeometryKind kind, string plain, string empty, string high)
    {
        var layer = await WriteAsync(Definition("kinds", kind), Row(1, plain), Row(2, empty), Row(3, null), Row(4, high), Row(5, plain));
        var read = await ReadAsync(layer);
        Assert.Equal([plain, empty, null, high, plain], read.Select(f => f.Geometry?.AsText()));
        Assert.All(read.Where(f => f.Geometry is not null), f => Assert.Equal(4326, f.Geometry!.SRID)); // filtered in this line
    }

    [Fact]
    public async Task A_polygon_in_a_layer_of_multi_polygons_becomes_one_of_one()
    {
        var layer = await WriteAsync(Definition("zones", GeometryKind.MultiPolygon), Row(1, "POLYGON ((0 0, 1 0, 1 1, 0 0))"), Row(2, "POLYGON EMPTY"));
        Assert.Equal(["MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)))", "MULTIPOLYGON EMPTY"], (await ReadAsync(layer)).Select(f => f.Geometry!.AsText()));
    }

    [Fact]
    public async Task A_table_without_geometry_is_a_layer_too()
    {
        var layer = await WriteAsync(Definition("table", GeometryKind.None, null, Column("n", PropertyType.Integer)), Row(3, null, 7L), Row(9, null, 8L));
        Assert.Null(layer.Extent);
        Assert.Equal([3L, 9L], await IdsAsync(layer, new FeatureQuery { Boxes = [new Extent(0, 0, 1, 1)] }));
    }

    [Theory]
    [InlineData("quote\"inside")]
    [InlineData("\"; DROP TABLE layers; --")]
    [InlineData("';--")]
    [InlineData("chiều dài (km) & ~ 100%")]
    [InlineData("fid")]
    [InlineData("geom")]
    [InlineData("id")]
    [InlineData("ctid")]
    [InlineData("rowid")]
    [InlineData("select")]
    [InlineData("$1")]
    [InlineData("@p")]
    [InlineData("đ đ đ đ đ đ đ đ đ đ đ đ đ đ đ đ đ đ đ đ đ đ đ đ đ đ đ đ đ đ đ đ đ đ đ đ")]
    public async Task A_property_may_have_any_name(string name)
    {
        var layer = await WriteAsync(
            Definition("names", properties: [Column(name, PropertyType.Text), Column(name + "x", PropertyType.Integer), Column(name.ToUpperInvariant() + "X", PropertyType.Integer)]),
            Row(1, "POINT (1 1)", "a", 1L, 2L), Row(2, "POINT (1 1)", "b", 3L, 4L));
        Assert.Equal([name, name + "x", name.ToUpperInvariant() + "X"], layer.Definition.Properties.Select(p => p.Name));
        Assert.Equal([["a", 1L, 2L], ["b", 3L, 4L]], (await ReadAsync(layer)).Select(f => f.Values));
        Assert.Equal([2L], await IdsAsync(layer, new FeatureQuery { PropertyEquals = [(name, "b"), (name.ToUpperInvariant() + "X", 4L)] }));
    }

    [Fact]
    public async Task The_definition_of_a_layer_comes_back_whole()
    {
        var written = Definition(
            "whole", GeometryKind.LineString, CoordinateSystems.Vn2000Tm3Zone10530,
            new PropertyDefinition("dài", PropertyType.Number, new BilingualText("Chiều dài", "Length"), "km"), Column("từ", PropertyType.Date), Column("đến", PropertyType.Date)) with
        {
            TimeStartProperty = "từ",
            TimeEndProperty = "đến",
        };
        var read = (await WriteAsync(written)).Definition;
        Assert.Equal(written.Properties, read.Properties);
        Assert.Equal(written, read with { Properties = written.Properties });
    }

    public static TheoryData<string, Feature[]> BadRows => new()
    {
        { "finite", [Row(1, "POINT (1 1)", double.NaN)] },
        { "finite", [Row(1, "POINT (1 1)", double.PositiveInfinity)] },
        { "type Number", [Row(1, "POINT (1 1)", "1.5")] },
        { "not finite", [new Feature(1, new Point(double.PositiveInfinity, 0), [1.0])] },
        { "not finite", [new Feature(1, new LineString([new Coordinate(0, 0), new Coordinate(double.NaN, 0)]), [1.0])] },
        { "nested deeper than 32", [new Feature(1, Nested(33), [1.0])] },
        { "nested deeper than 32", [new Feature(1, Nested(5000), [1.0])] },
        { "ids ascend", [Row(2, "POINT (1 1)", 1.0), Row(2, "POINT (1 1)", 1.0)] },
        { "ids ascend", [Row(0, "POINT (1 1)", 1.0)] },
        { "2 values", [Row(1, "POINT (1 1)", 1.0, 2.0)] },
    };

    [Theory]
    [MemberData(nameof(BadRows))]
    public async Task A_row_that_does_not_fit_is_refused_by_name_and_nothing_is_stored(string reason, Feature[] rows)
    {
        var definition = Definition("bad", GeometryKind.Geometry, null, Column("n", PropertyType.Number));
        var refusal = await Assert.ThrowsAsync<InvalidFeatureException>(() => WriteAsync(definition, rows));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(("bad", rows[^1].Id), (refusal.LayerId, refusal.FeatureId));
        Assert.Null(await Store.FindLayerAsync("bad", Cancel));
    }

    [Fact]
    public async Task Collections_nested_32_deep_are_kept()
    {
        var layer = await WriteAsync(Definition("deep", GeometryKind.Geometry), new Feature(1, Nested(32), []));
        Assert.True(Nested(32).EqualsExact(Assert.Single(await ReadAsync(layer)).Geometry));
    }

    [Theory]
    [InlineData("POINT (1 1)", GeometryKind.LineString)]
    [InlineData("MULTIPOLYGON EMPTY", GeometryKind.Polygon)]
    [InlineData("GEOMETRYCOLLECTION EMPTY", GeometryKind.MultiPolygon)]
    [InlineData("POINT (1 1)", GeometryKind.None)]
    public async Task A_geometry_of_another_kind_is_refused(string wkt, GeometryKind kind) =>
        await Assert.ThrowsAsync<InvalidFeatureException>(() => WriteAsync(Definition("other", kind), Row(1, wkt)));

    [Fact]
    public async Task Text_that_no_database_can_hold_is_refused()
    {
        foreach (var text in (string[])["a\0b", "lone \uD800 surrogate"])
            await Assert.ThrowsAsync<InvalidFeatureException>(() => WriteAsync(Definition("text", properties: [Column("t", PropertyType.Text)]), Row(1, null, text)));
    }

    private static Geometry Nested(int depth)
    {
        Geometry geometry = new Point(1, 2);
        for (var i = 1; i < depth; i++)
            geometry = new GeometryCollection([geometry]);
        return geometry;
    }
}
