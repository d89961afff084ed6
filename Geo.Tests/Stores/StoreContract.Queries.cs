using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using NetTopologySuite.IO;

namespace Geo.Tests.Stores;

public abstract partial class StoreContract
{
    private static FeatureQuery In(params (double West, double South, double East, double North)[] boxes) =>
        new() { Boxes = [.. boxes.Select(b => new Extent(b.West, b.South, b.East, b.North))] };

    [Fact]
    public async Task Milestones_are_the_ids_of_every_so_manieth_feature()
    {
        var layer = await WriteAsync(Definition("x"), [.. Enumerable.Range(1, 25).Select(i => Row(i * 7, i % 2 == 0 ? null : "POINT (106 9)"))]);
        Assert.Equal([70L, 140L], await Store.FindMilestonesAsync(layer, 10, Cancel));
        Assert.Empty(await Store.FindMilestonesAsync(layer, 26, Cancel));
    }

    [Fact]
    public async Task A_box_finds_what_shares_a_point_with_it_and_rows_without_geometry()
    {
        var layer = await WriteAsync(
            Definition("boxes", GeometryKind.Geometry),
            Row(1, "POINT (105.5 9.5)"), Row(2, "POINT (106 10)"), Row(3, "POINT (106.0000001 10)"), Row(4, null),
            Row(5, "POINT EMPTY"),
            Row(6, "LINESTRING (104 9.5, 107 9.5)"),
            Row(7, "POLYGON ((104 8, 108 8, 108 12, 104 12, 104 8), (104.5 8.5, 104.5 11.5, 107.5 11.5, 107.5 8.5, 104.5 8.5))"),
            Row(8, "POLYGON ((104 8, 108 8, 108 12, 104 12, 104 8))"),
            Row(9, "LINESTRING (104.9 10.05, 105.05 10.2)"));
        // 2 touches the corner; 3 lies beyond it by 1 cm, less than the index can tell; 7 has the box in its hole; the envelope of 9
        // meets the box, the line does not.
        Assert.Equal([1L, 2, 4, 6, 8], await IdsAsync(layer, In((105, 9, 106, 10))));
        Assert.Equal([4L], await IdsAsync(layer, In((-10, -10, -9, -9))));
    }

    [Fact]
    public async Task A_page_of_a_box_is_whole_though_most_of_what_an_index_finds_lies_beside_it()
    {
        var layer = await WriteAsync(
            Definition("beside", GeometryKind.Geometry, null, Column("n", PropertyType.Integer)),
            [.. Enumerable.Range(1, 600).Select(i => Row(i, i <= 500 ? "LINESTRING (104.9 10.05, 105.05 10.2)" : "POINT (105.5 9.5)", (long)(i % 7)))]);
        var box = In((105, 9, 106, 10));
        Assert.Equal(Enumerable.Range(501, 30).Select(i => (long)i), await IdsAsync(layer, box with { Limit = 30 }));
        Assert.Equal(Enumerable.Range(501, 100).Select(i => (long)i), await IdsAsync(layer, box with { Limit = 300 }));
        Assert.Equal(
            Enumerable.Range(501, 100).OrderByDescending(i => i % 7).ThenBy(i => i).Select(i => (long)i).Skip(5).Take(40),
            (await IdsAsync(layer, box with { Limit = 45, SortBy = [new SortKey("n", Descending: true)] })).Skip(5));
        Assert.Equal(Enumerable.Range(551, 20).Select(i => (long)i), await IdsAsync(layer, box with { Offset = 50, Limit = 20 }));
    }

    [Fact]
    public async Task Rows_for_drawing_hold_the_same_values_and_the_same_geometry_as_features()
    {
        var layer = await WriteAsync(
            Definition("drawn", GeometryKind.Geometry, CoordinateSystems.Vn2000Tm3Zone10530, Column("name", PropertyType.Text), Column("n", PropertyType.Integer), Column("day", PropertyType.Date)),
            Row(1, "POINT (551819.67 1061930.47)", "a", 5L, new DateOnly(2025, 7, 1)), Row(2, null, "b", null, null),
            Row(3, "POLYGON ((551000 1061000, 552000 1061000, 552000 1062000, 551000 1061000))", null, -1L, null), Row(4, "POINT (900000 1061930)", "far", 7L, null));
        var box = In((105.9, 9.5, 106.1, 9.7));
        foreach (var query in new[] { box, box with { PropertyEquals = [("n", 5L)] } })
        {
            var rows = new List<(long, string, string)>();
            await foreach (var row in Store.ReadRowsAsync(layer, query with { IsForDrawing = true }, Cancel).Where(r => !r.Wkb.IsEmpty))
                rows.Add((row.Id, new WKBReader().Read(row.Wkb.ToArray()).AsText(), string.Join('|', row.Values)));
            var features = await Store.ReadAsync(layer, query, Cancel).Where(f => f.Geometry is not null).Select(f => (f.Id, f.Geometry!.AsText(), string.Join('|', f.Values))).ToListAsync(Cancel);
            Assert.NotEmpty(features);
            Assert.Equal(features, rows.Order());
            await foreach (var row in Store.ReadRowsAsync(layer, query with { IsForDrawing = true, WithoutValues = true }, Cancel))
                Assert.Empty(row.Values);
        }
        var values = await Store.FindValuesAsync(layer, [3, 1, 99], Cancel);
        Assert.Equal([1L, 3], values.Keys.Order());
        Assert.Equal(["a", 5L, new DateOnly(2025, 7, 1)], values[1]);
        Assert.Equal([null, -1L, null], values[3]);
    }

    [Fact]
    public async Task A_box_may_be_a_point_or_a_line()
    {
        var layer = await WriteAsync(Definition("thin", GeometryKind.Geometry), Row(1, "POINT (105 9)"), Row(2, "POLYGON ((104 8, 106 8, 106 10, 104 8))"), Row(3, "POINT (105 9.5)"));
        Assert.Equal([1L, 2], await IdsAsync(layer, In((105, 9, 105, 9))));
        Assert.Equal([1L, 2, 3], await IdsAsync(layer, In((105, 8, 105, 10))));
    }

    [Fact]
    public async Task Two_boxes_meet_at_the_antimeridian()
    {
        var layer = await WriteAsync(Definition("pacific"), Row(1, "POINT (179.5 0)"), Row(2, "POINT (-179.5 0)"), Row(3, "POINT (0 0)"), Row(4, "POINT (180 0)"));
        Assert.Equal([1L, 2, 4], await IdsAsync(layer, In((179, -1, 180, 1), (-180, -1, -179, 1))));
    }

    [Fact]
    public async Task A_box_in_degrees_finds_features_stored_in_metres()
    {
        // EPSG:9209 of 105.97 E 9.60 N, as published for shift EPSG:6960 (E 551391.972, N 1061653.388).
        var layer = await WriteAsync(
            Definition("metres", GeometryKind.Point, CoordinateSystems.Vn2000Tm3Zone10530),
            Row(1, "POINT (551391.972 1061653.388)"), Row(2, "POINT (551391.972 1071653.388)"), Row(3, null));
        Assert.Equal([1L, 3], await IdsAsync(layer, In((105.96999, 9.59999, 105.97001, 9.60001))));
        Assert.Equal([1L, 2, 3], await IdsAsync(layer, In((-180, -90, 180, 90))));
        Assert.Equal([3L], await IdsAsync(layer, In((-75, -10, -74, 10))));
        var extent = Assert.IsType<Extent>(layer.Extent);
        Assert.InRange(extent.MinX, 105.9699, 105.97 + 1e-7);
        Assert.InRange(extent.MinY, 9.5999, 9.6 + 1e-7);
    }

    [Theory]
    [InlineData("EPSG:4326", 105.9738, 9.6024, 105.9740, 9.6026)]
    [InlineData("EPSG:4756", 105.97211, 9.60351, 105.97212, 9.60352)]
    [InlineData("EPSG:9209", 551819, 1061930, 551820, 1061931)]
    [InlineData("EPSG:5897", 606703, 1062045, 606704, 1062046)]
    [InlineData("EPSG:3405", 606671, 1061727, 606672, 1061728)]
    [InlineData("EPSG:32648", 606867, 1061615, 606868, 1061616)]
    [InlineData("EPSG:3857", 11796960, 1073984, 11796961, 1073985)]
    public async Task A_box_in_any_system_finds_features_stored_in_degrees_and_in_metres(string code, double west, double south, double east, double north)
    {
        // 105.9739 E 9.6025 N in each system by PROJ 9.1.1 with shift EPSG:6960; the second point lies 2 m north of it.
        var query = In((west, south, east, north)) with { BoxSystem = CoordinateSystems.Find(code)! };
        var degrees = await WriteAsync(Definition("degrees"), Row(1, "POINT (105.9739 9.6025)"), Row(2, "POINT (105.9739 9.602518)"), Row(3, null));
        Assert.Equal(code == "EPSG:4326" ? [1L, 2, 3] : [1L, 3], await IdsAsync(degrees, query));
        var metres = await WriteAsync(
            Definition("metres", GeometryKind.Point, CoordinateSystems.Vn2000Tm3Zone10530), Row(1, "POINT (551819.6676 1061930.4705)"), Row(2, "POINT (551819.6676 1061932.4705)"), Row(3, null));
        Assert.Equal(code == "EPSG:4326" ? [1L, 2, 3] : [1L, 3], await IdsAsync(metres, query));
    }

    [Theory]
    [InlineData("EPSG:9209", -1e9, -1e9, 1e9, 1e9)]
    [InlineData("EPSG:3857", -1e9, -1e9, 1e9, 1e9)]
    [InlineData("EPSG:4756", -180, -90, 180, 90)]
    public async Task A_box_around_everything_leaves_nothing_out(string code, double west, double south, double east, double north)
    {
        var query = In((west, south, east, north)) with { BoxSystem = CoordinateSystems.Find(code)! };
        foreach (var system in new[] { CoordinateSystems.Crs84, CoordinateSystems.Vn2000 })
        {
            var layer = await WriteAsync(Definition("wide", GeometryKind.Point, system), Row(1, "POINT (105.9739 9.6025)"), Row(2, "POINT (-75 40)"), Row(3, "POINT (179.9999 -80)"), Row(4, null));
            Assert.Equal([1L, 2, 3, 4], await IdsAsync(layer, query));
        }
        var metres = await WriteAsync(Definition("plane", GeometryKind.Point, CoordinateSystems.Vn2000Utm48), Row(1, "POINT (606671.307 1061727.231)"), Row(2, "POINT (-100000 6000000)"));
        Assert.Equal([1L, 2], await IdsAsync(metres, query));
    }

    [Fact]
    public async Task The_extent_of_a_layer_holds_all_its_geometries()
    {
        var layer = await WriteAsync(Definition("extent"), Row(1, "POINT (105.1234567890123 9.3)"), Row(2, null), Row(3, "POINT EMPTY"), Row(4, "POINT (106.9876543210987 9.9)"));
        Assert.Equal(new Extent(105.1234567890123, 9.3, 106.9876543210987, 9.9), layer.Extent);
        Assert.Null((await WriteAsync(Definition("extent"), Row(2, null), Row(3, "POINT EMPTY"))).Extent);
    }

    [Fact]
    public async Task Pages_follow_ids_over_gaps_and_the_limit_counts_matches_only()
    {
        var rows = Enumerable.Range(1, 3000).Select(i => Row(i * 7, $"LINESTRING ({i % 2 * 20} {i % 2 * 20}, {(i % 2 * 20) + 10} {(i % 2 * 20) + 10})", (long)(i % 3))).ToArray();
        var layer = await WriteAsync(Definition("pages", GeometryKind.LineString, null, Column("n", PropertyType.Integer)), rows);
        // The box lies inside the envelope of the even ones, away from their diagonal, and on the diagonal of none but the odd.
        var query = In((21, 21, 22, 22), (1, 8, 2, 9)) with { PropertyEquals = [("n", 1L)], Limit = 100 };
        var expected = rows.Select(r => r.Id / 7).Where(i => i % 2 == 1 && i % 3 == 1).Select(i => i * 7).ToArray();
        var paged = new List<long>();
        for (long? after = null; ;)
        {
            var page = await IdsAsync(layer, query with { AfterId = after });
            paged.AddRange(page);
            if (page.Count < 100)
                break;
            after = page[^1];
        }
        Assert.Equal(expected, paged);
        Assert.Equal(expected.Length, await Store.CountAsync(layer, query with { AfterId = 700 }, Cancel));
        Assert.Equal([7000L, 7007], await IdsAsync(layer, new FeatureQuery { AfterId = 6993, Limit = 2 }));
    }

    [Fact]
    public async Task Equality_knows_letters_and_accents_apart_and_takes_text_as_text()
    {
        string?[] texts = ["Trần Đề", "trần đề", "Tran De", "' OR '1'='1", "%", null, "Trần Đề "];
        var layer = await WriteAsync(Definition("equal", properties: [Column("t", PropertyType.Text)]), [.. texts.Select((t, i) => Row(i + 1, null, t))]);
        foreach (var (index, text) in texts.Index().Where(t => t.Item is not null))
        {
            var query = new FeatureQuery { PropertyEquals = [("t", text!)] }; // not null: filtered
            Assert.Equal([index + 1], await IdsAsync(layer, query));
            Assert.Equal(1, await Store.CountAsync(layer, query, Cancel));
        }
        Assert.Equal([1L], await IdsAsync(layer, new FeatureQuery { PropertyEquals = [("t", "Tra\u0302\u0300n \u0110e\u0302\u0300")] }));
        Assert.Empty(await IdsAsync(layer, new FeatureQuery { PropertyEquals = [("t", "_")] }));
    }

    [Fact]
    public async Task Equality_works_on_every_type()
    {
        object[] values = ["x", 5L, 0.1, true, new DateOnly(2019, 4, 1), new DateTime(2019, 4, 1, 12, 0, 0, 123, 456, DateTimeKind.Utc)];
        var layer = await WriteAsync(Definition("types", properties: EveryType), Row(1, null, values), Row(2, null, new object?[6]));
        foreach (var (index, value) in values.Index())
            Assert.Equal([1L], await IdsAsync(layer, new FeatureQuery { PropertyEquals = [(EveryType[index].Name, value)] }));
    }

    [Fact]
    public async Task An_unknown_property_or_a_value_of_another_type_is_a_bug_of_the_caller()
    {
        var layer = await WriteAsync(Definition("bug", properties: [Column("n", PropertyType.Integer)]));
        await Assert.ThrowsAsync<ArgumentException>(() => ReadAsync(layer, new FeatureQuery { PropertyEquals = [("m", 1L)] }));
        await Assert.ThrowsAsync<ArgumentException>(() => ReadAsync(layer, new FeatureQuery { PropertyEquals = [("n", "1")] }));
    }

    [Theory]
    [InlineData("2025-06-30T00:00:00", "2025-06-30T23:59:59", "1 2 4 5")]
    [InlineData("2025-07-01T00:00:00", null, "2 3 4 5")]
    [InlineData(null, "2018-12-31T23:59:59", "4 5")]
    [InlineData("2025-06-30T23:00:00", "2025-07-01T00:00:00", "1 2 3 4 5")]
    [InlineData(null, null, "1 2 3 4 5")]
    public async Task Time_is_the_validity_period_with_whole_days(string? start, string? end, string ids)
    {
        var definition = Definition("periods", properties: [Column("from", PropertyType.Date), Column("to", PropertyType.Date)]) with { TimeStartProperty = "from", TimeEndProperty = "to" };
        var layer = await WriteAsync(
            definition,
            Row(1, null, new DateOnly(2019, 1, 1), new DateOnly(2025, 6, 30)), Row(2, null, new DateOnly(2019, 1, 1), null), Row(3, null, new DateOnly(2025, 7, 1), null),
            Row(4, null, null, null), Row(5, "POINT (1 1)", null, new DateOnly(2030, 1, 1)));
        Assert.Equal(ids, string.Join(' ', await IdsAsync(layer, new FeatureQuery { Time = new TimeInterval(Moment(start), Moment(end)) })));
    }

    [Fact]
    public async Task Time_without_an_end_column_is_a_moment()
    {
        var layer = await WriteAsync(
            Definition("moments", properties: [Column("at", PropertyType.DateTime)]) with { TimeStartProperty = "at" },
            Row(1, null, Moment("2025-02-23T10:00:00")), Row(2, null, Moment("2025-02-23T10:00:01")), Row(3, null, new object?[] { null }));
        var instant = Moment("2025-02-23T10:00:00");
        Assert.Equal([1L, 3], await IdsAsync(layer, new FeatureQuery { Time = new TimeInterval(instant, instant) }));
        Assert.Equal(2, await Store.CountAsync(layer, new FeatureQuery { Time = new TimeInterval(instant, instant) }, Cancel));
    }

    [Fact]
    public async Task One_feature_is_found_by_its_id()
    {
        var layer = await WriteAsync(Definition("one", properties: [Column("t", PropertyType.Text)]), Row(5, "POINT (1 2)", "x"));
        Assert.Equal("x", (await Store.FindFeatureAsync(layer, 5, Cancel))?.Values[0]);
        Assert.Null(await Store.FindFeatureAsync(layer, 6, Cancel));
        Assert.Null(await Store.FindFeatureAsync(layer, long.MinValue, Cancel));
    }

    [Fact]
    public async Task A_reader_may_stop_early_and_often()
    {
        var layer = await WriteAsync(Definition("early"), [.. Enumerable.Range(1, 5000).Select(i => Row(i, "POINT (1 1)"))]);
        for (var i = 0; i < 120; i++)
            Assert.Equal(1, (await Store.ReadAsync(layer, i % 2 == 0 ? FeatureQuery.All : In((0, 0, 2, 2)), Cancel).FirstAsync(Cancel)).Id);
    }

    [Fact]
    public async Task A_cancelled_read_ends()
    {
        var layer = await WriteAsync(Definition("cancel"), [.. Enumerable.Range(1, 5000).Select(i => Row(i, "POINT (1 1)"))]);
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var feature in Store.ReadAsync(layer, FeatureQuery.All, source.Token))
            {
                if (feature.Id == 2500)
                    await source.CancelAsync();
            }
        });
        Assert.Equal(5000, await Store.CountAsync(layer, In((0, 0, 2, 2)), Cancel));
    }

    private static DateTime? Moment(string? text) => text is null ? null : DateTime.SpecifyKind(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc);
}
