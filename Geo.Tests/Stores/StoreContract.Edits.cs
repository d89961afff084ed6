using System.Text.Json;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Tests.Stores;

public abstract partial class StoreContract
{
    private static readonly PropertyDefinition[] NameAndArea = [Column("name", PropertyType.Text), Column("ha", PropertyType.Number)];

    [Fact]
    public async Task Features_are_added_replaced_and_removed_and_everything_about_the_layer_follows()
    {
        var before = await WriteAsync(Definition("x", properties: NameAndArea), Row(1, "POINT (105 9)", "a", 1.0), Row(2, "POINT (106 10)", "b", 2.0));
        var applied = await EditAsync(before, Create("POINT (107 8)", "c", 3.0), new FeatureEdit.Replace(Row(1, "POINT (105.5 9.5)", "A", null)), new FeatureEdit.Delete(2));
        Assert.Equal([3, 1, 2], applied.Features.Select(f => f.Id));
        var after = await FindAsync("x");
        Assert.Equal((2L, 2L, applied.Revision), (after.Revision, after.FeatureCount, 2L));
        Assert.Equal(new Extent(105, 8, 107, 10), after.Extent); // grown, and never shrunk by an edit
        Assert.Equal(["1 POINT (105.5 9.5) A ", "3 POINT (107 8) c 3"], (await ReadAsync(after)).Select(Shown));
        Assert.Equal([3L], await IdsAsync(after, In((106.9, 7.9, 107.1, 8.1))));
        Assert.Equal([1L], await IdsAsync(after, In((105.4, 9.4, 105.6, 9.6))));
        Assert.Empty(await IdsAsync(after, In((104.9, 8.9, 105.1, 9.1), (105.9, 9.9, 106.1, 10.1))));
        Assert.Equal(2, await Store.CountAsync(after, FeatureQuery.All, Cancel));
        Assert.Null(await Store.FindFeatureAsync(after, 2, Cancel));
    }

    [Fact]
    public async Task An_id_is_never_given_twice_also_after_the_layer_was_loaded_again()
    {
        var layer = await WriteAsync(Definition("x", properties: NameAndArea), Row(7, null, "a", null));
        Assert.Equal([8, 9], (await EditAsync(layer, Create(null, "b", null), Create(null, "c", null))).Features.Select(f => f.Id));
        await EditAsync(layer, new FeatureEdit.Delete(8), new FeatureEdit.Delete(9));
        Assert.Equal(10, (await EditAsync(layer, Create(null, "d", null))).Features[0].Id);
        layer = await WriteAsync(layer.Definition, Row(3, null, "loaded", null));
        Assert.Equal(11, (await EditAsync(layer, Create(null, "e", null))).Features[0].Id);
        Assert.Equal([3L, 11L], await IdsAsync(layer, FeatureQuery.All));
        Assert.Equal(1, (await EditAsync(await WriteAsync(Definition("empty", properties: NameAndArea)), Create(null, "first", null))).Features[0].Id);
    }

    [Fact]
    public async Task A_transaction_holds_together_an_edit_that_cannot_be_done_takes_back_those_before_it()
    {
        var layer = await WriteAsync(Definition("x", properties: NameAndArea), Row(1, "POINT (105 9)", "a", 1.0));
        var hash = await HashAsync(layer);
        var create = Create("POINT (100 0)", "new", null);
        Assert.Equal(new EditOutcome.NoSuchFeature(1, 5), await TryEditAsync(layer, create, new FeatureEdit.Delete(5)));
        Assert.Equal(new EditOutcome.NoSuchFeature(2, 1), await TryEditAsync(layer, create, new FeatureEdit.Delete(1), new FeatureEdit.Replace(Row(1, null, "b", null))));
        var fault = await Assert.ThrowsAsync<InvalidFeatureException>(() => TryEditAsync(layer, create, Create("LINESTRING (0 0, 1 1)", "a line", null)));
        Assert.Equal(("x", 3L), (fault.LayerId, fault.FeatureId));
        var now = await FindAsync("x");
        Assert.Equal((1L, 1L, layer.Extent, hash), (now.Revision, now.FeatureCount, now.Extent, await HashAsync(now)));
        Assert.Empty(await HistoryAsync("x"));
        Assert.Empty(await IdsAsync(now, In((99, -1, 101, 1))));
    }

    [Fact]
    public async Task A_feature_that_has_changed_since_it_was_seen_is_left_alone_and_a_neighbours_edit_does_not_count()
    {
        var layer = await WriteAsync(Definition("x", properties: NameAndArea), Row(1, "POINT (105 9)", "a", 1.0), Row(2, "POINT (106 10)", "b", 2.0));
        var seen = FeatureFingerprint.Of(layer.Definition, (await Store.FindFeatureAsync(layer, 1, Cancel))!); // it was written above
        await EditAsync(layer, new FeatureEdit.Replace(Row(2, "POINT (106 10)", "neighbour", 2.0)));
        var mine = (await EditAsync(layer, new FeatureEdit.Replace(Row(1, "POINT (105 9)", "mine", 1.0), seen))).Features[0].Fingerprint;
        Assert.Equal(new EditOutcome.Stale(0, 1, mine!), await TryEditAsync(layer, new FeatureEdit.Replace(Row(1, null, "late", null), seen)));
        Assert.Equal(new EditOutcome.Stale(0, 1, mine!), await TryEditAsync(layer, new FeatureEdit.Delete(1, seen)));
        Assert.Equal(mine, FeatureFingerprint.Of(layer.Definition, (await Store.FindFeatureAsync(layer, 1, Cancel))!)); // it was not deleted
        await EditAsync(layer, new FeatureEdit.Replace(Row(1, "POINT (105 9)", "a", 1.0), mine));
        Assert.Equal(seen, FeatureFingerprint.Of(layer.Definition, (await Store.FindFeatureAsync(layer, 1, Cancel))!)); // as above
    }

    [Fact]
    public async Task The_history_tells_who_changed_what_when_and_outlives_the_layer()
    {
        var layer = await WriteAsync(Definition("x", system: CoordinateSystems.Vn2000Tm3Zone10530, properties: EveryType), Row(1, "POINT (551819 1061930)", "Sóc Trăng", 1L, 0.1, true, new DateOnly(2025, 6, 30), new DateTime(2025, 7, 1, 1, 2, 3, 450, DateTimeKind.Utc)));
        await Store.EditAsync(new LayerEdits(layer, [new FeatureEdit.Replace(Row(1, null, null, null, null, null, null, null)), Create("POINT (1 2)", "'\"", (1L << 53) + 1, null, null, null, null)], "Lê Thị Sáu", "request-1"), Cancel);
        await Store.EditAsync(new LayerEdits(layer, [new FeatureEdit.Delete(1)], "another"), Cancel);
        await Store.ApplyAsync(new StoreChange { RemovedLayers = ["x"] }, Cancel);

        var history = await HistoryAsync("x");
        Assert.Equal(
            [(1L, 3L, FeatureChangeKind.Deleted, "another", null), (2L, 2L, FeatureChangeKind.Created, "Lê Thị Sáu", "request-1"), (1L, 2L, FeatureChangeKind.Replaced, "Lê Thị Sáu", "request-1")],
            history.Select(h => (h.FeatureId, h.Revision, h.Kind, h.Editor, h.RequestId)));
        Assert.True(history[0].Sequence > history[1].Sequence && history[1].Sequence > history[2].Sequence);
        Assert.All(history, h => Assert.InRange(h.Moment, TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-5), TimeProvider.System.GetUtcNow().UtcDateTime));
        Assert.Equal(("POINT (551819 1061930)", CoordinateSystems.Vn2000Tm3Zone10530), (history[2].Before?.Geometry?.AsText(), history[2].Before?.System));
        Assert.Equal("""{"tên":"Sóc Trăng","whole":1,"number":0.1,"flag":true,"day":"2025-06-30","moment":"2025-07-01T01:02:03.45Z"}""", history[2].Before?.ValuesJson);
        Assert.Equal((null, """{"tên":null,"whole":null,"number":null,"flag":null,"day":null,"moment":null}"""), (history[2].After?.Geometry, history[2].After?.ValuesJson));
        Assert.Null(history[1].Before);
        Assert.Equal((1L << 53) + 1, JsonDocument.Parse(history[1].After!.ValuesJson).RootElement.GetProperty("whole").GetInt64()); // it was created
        Assert.Null(history[0].After);

        Assert.Equal([history[0].Sequence, history[2].Sequence], (await HistoryAsync("x", featureId: 1)).Select(h => h.Sequence));
        Assert.Equal([history[1].Sequence], (await HistoryAsync("x", before: history[0].Sequence, limit: 1)).Select(h => h.Sequence));
        Assert.Empty(await HistoryAsync("y"));
    }

    [Fact]
    public async Task An_edit_brings_values_to_the_form_that_an_import_gives_them()
    {
        var layer = await WriteAsync(Definition("x", GeometryKind.MultiPoint, null, Column("a", PropertyType.Text), Column("b", PropertyType.Number), Column("c", PropertyType.DateTime)));
        var moment = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var edited = await EditAsync(layer, Create("POINT (1 2)", "So\u0301c", -0.0, moment.AddTicks(19)));
        var feature = Assert.Single(await ReadAsync(layer));
        Assert.Equal("MULTIPOINT ((1 2))", feature.Geometry?.AsText());
        Assert.Equal(["S\u00F3c", 0.0, moment.AddTicks(10)], feature.Values);
        Assert.Equal(edited.Features[0].Fingerprint, FeatureFingerprint.Of(layer.Definition, feature));
    }

    public static TheoryData<string, object?> Unfit => new()
    {
        { "POINT (1 1)", double.NaN },
        { "POINT (1 1)", double.PositiveInfinity },
        { "POINT (1 1)", 5L },
        { "POINT (1 1)", "text" },
        { "POLYGON ((0 0, 1 0, 1 1, 0 0))", 1.0 },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task A_feature_that_does_not_fit_its_layer_is_refused_in_an_edit_too(string wkt, object? value)
    {
        var layer = await WriteAsync(Definition("x", properties: NameAndArea), Row(1, "POINT (1 1)", "a", 1.0));
        await Assert.ThrowsAsync<InvalidFeatureException>(() => TryEditAsync(layer, new FeatureEdit.Replace(Row(1, wkt, "b", value))));
        await Assert.ThrowsAsync<InvalidFeatureException>(() => TryEditAsync(layer, new FeatureEdit.Create(new Point(double.PositiveInfinity, 1), ["b", 1.0])));
        await Assert.ThrowsAsync<InvalidFeatureException>(() => TryEditAsync(layer, new FeatureEdit.Create(Nested(33), ["b", 1.0])));
        Assert.Equal("a", Assert.Single(await ReadAsync(await FindAsync("x"))).Values[0]);
    }

    [Theory]
    [InlineData(GeometryKind.Point, "POINT Z(105 9 2.5)", "POINT (105 9)", "POINT EMPTY")]
    [InlineData(GeometryKind.MultiPolygon, "POLYGON Z((0 0 1, 1 0 2, 1 1 3, 0 0 1))", "POLYGON ((5 5, 6 5, 6 6, 5 5))", "POLYGON EMPTY")]
    [InlineData(GeometryKind.Geometry, "POINT Z(1 2 3)", "GEOMETRYCOLLECTION (POINT (3 3))", "POLYGON EMPTY")]
    public async Task A_flat_layer_takes_heights_from_an_edit_and_a_layer_with_heights_flat_features(GeometryKind kind, string high, string flat, string empty)
    {
        var layer = await WriteAsync(Definition("x", kind));
        await EditAsync(layer, Create(flat), Create(high), Create(flat), Create(null), Create(empty));
        await EditAsync(layer, new FeatureEdit.Replace(Row(1, high)), new FeatureEdit.Replace(Row(2, flat)));
        var read = await ReadAsync(await FindAsync("x"));
        Assert.Equal([true, false, false, false, false], read.Select(f => f.Geometry is { IsEmpty: false } g && !double.IsNaN(g.Coordinate.Z)));
        Assert.Equal([true, true, true, false, true], read.Select(f => f.Geometry is not null));
    }

    [Fact]
    public async Task Who_edits_by_other_columns_than_the_layer_has_now_is_told()
    {
        var old = await WriteAsync(Definition("x", properties: NameAndArea), Row(1, null, "a", 1.0));
        await WriteAsync(Definition("x", properties: [Column("other", PropertyType.Text)]), Row(1, null, "b"));
        await Assert.ThrowsAsync<LayerChangedException>(() => TryEditAsync(old, Create(null, "c", 1.0)));
        await Store.ApplyAsync(new StoreChange { RemovedLayers = ["x"] }, Cancel);
        await Assert.ThrowsAsync<LayerChangedException>(() => TryEditAsync(old, Create(null, "c", 1.0)));
    }

    [Fact]
    public async Task A_reader_in_the_middle_stays_in_the_state_before_an_edit_and_does_not_hold_up_the_editor()
    {
        var layer = await WriteAsync(Definition("x", properties: [Column("v", PropertyType.Integer)]), Versioned(1, 5000));
        await using var reader = Store.ReadAsync(layer, FeatureQuery.All, Cancel).GetAsyncEnumerator(Cancel);
        Assert.True(await reader.MoveNextAsync());
        await EditAsync(layer, [.. Enumerable.Range(1, 500).Select(i => new FeatureEdit.Replace(Row(i * 10, "POINT (1 1)", 2L))), new FeatureEdit.Delete(4999)]);
        var seen = 1;
        for (; await reader.MoveNextAsync(); seen++)
            Assert.Equal(1L, reader.Current.Values[0]);
        Assert.Equal(5000, seen);
        Assert.Equal(500, (await ReadAsync(layer)).Count(f => f.Values[0] is 2L));
    }

    [Fact]
    public async Task Editors_beside_each_other_lose_nothing_and_readers_see_whole_transactions_only()
    {
        await using var second = CreateSecond();
        await second.OpenAsync(Cancel);
        var layer = await WriteAsync(Definition("x", properties: [Column("ha", PropertyType.Integer)]), [.. Enumerable.Range(1, 6).Select(i => Row(i, "POINT (1 1)", 100L))]);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() => CheckSumsAsync(done.Token), Cancel)).ToArray();
        var transfers = await Task.WhenAll(Enumerable.Range(0, 8).Select(seed => Task.Run(() => TransferAsync(seed % 2 == 0 ? Store : second, layer, seed), Cancel)));
        await done.CancelAsync();
        Assert.All(await Task.WhenAll(readers), reads => Assert.True(reads > 0));
        Assert.Equal(1 + transfers.Sum(), (await FindAsync("x")).Revision);
        Assert.Equal(2 * transfers.Sum(), (await HistoryAsync("x", limit: 10_000)).Count);
        Assert.Equal(600L, (await ReadAsync(layer)).Sum(f => (long)f.Values[0]!)); // no null was written
    }

    /// <summary>Moves hectares between two zones drawn at random, by what it saw of both; who comes late looks again.</summary>
    private static async Task<int> TransferAsync(IFeatureStore store, Layer layer, int seed)
    {
        var random = new Random(seed);
        var moved = 0;
        for (var attempt = 0; attempt < 15; attempt++)
        {
            var (from, to, hectares) = (random.Next(1, 7), random.Next(1, 7), random.Next(1, 10));
            if (from == to)
                continue;
            var (a, b) = ((await store.FindFeatureAsync(layer, from, Cancel))!, (await store.FindFeatureAsync(layer, to, Cancel))!); // nobody deletes
            var outcome = await store.EditAsync(new LayerEdits(layer, [Changed(layer, a, -hectares), Changed(layer, b, hectares)], $"editor {seed}"), Cancel);
            moved += outcome is EditOutcome.Applied ? 1 : 0;
        }
        return moved;
    }

    private static FeatureEdit.Replace Changed(Layer layer, Feature feature, long hectares) =>
        new(feature with { Values = [(long)feature.Values[0]! + hectares] }, FeatureFingerprint.Of(layer.Definition, feature)); // no null was written

    private async Task<int> CheckSumsAsync(CancellationToken done)
    {
        var reads = 0;
        for (; !done.IsCancellationRequested || reads == 0; reads++)
            Assert.Equal(600L, await Store.ReadAsync(await FindAsync("x"), FeatureQuery.All, Cancel).Select(f => (long)f.Values[0]!).SumAsync(Cancel)); // no null was written
        return reads;
    }

    [Fact]
    public async Task Another_process_sees_an_edit_at_once_and_edits_go_on_after_the_layer_was_loaded_again()
    {
        await using var second = CreateSecond();
        await second.OpenAsync(Cancel);
        var layer = await WriteAsync(Definition("x", properties: NameAndArea), Row(1, "POINT (1 1)", "a", 1.0));
        var known = Assert.IsType<Layer>(await second.FindLayerAsync("x", Cancel));
        await EditAsync(layer, Create("POINT (2 2)", "b", 2.0));
        Assert.Equal(["a", "b"], await second.ReadAsync(known, FeatureQuery.All, Cancel).Select(f => f.Values[0]).ToListAsync(Cancel));
        var loaded = await WriteAsync(layer.Definition, Row(1, "POINT (1 1)", "loaded", 1.0));
        Assert.Equal(3, loaded.Revision);
        Assert.IsType<EditOutcome.Applied>(await second.EditAsync(new LayerEdits(known, [new FeatureEdit.Replace(Row(1, "POINT (3 3)", "edited", 1.0))], "second"), Cancel));
        Assert.Equal(["edited"], (await ReadAsync(known)).Select(f => f.Values[0]));
        Assert.Equal(4, (await FindAsync("x")).Revision);
    }

    [Fact]
    public async Task An_extent_in_metres_grows_in_degrees()
    {
        var layer = await WriteAsync(Definition("x", system: CoordinateSystems.Vn2000Tm3Zone10530), Row(1, "POINT (551819.67 1061930.47)"));
        await EditAsync(layer, Create("POINT (560000 1070000)"));
        var extent = (await FindAsync("x")).Extent!.Value; // it has points
        // The two points by PROJ 9.1.1 with EPSG:6960: 105.973900 9.602500 and 106.048545 9.675352; a box around boxes may be some metres larger.
        Assert.InRange(extent.MinX, 105.9735, 105.973901);
        Assert.InRange(extent.MinY, 9.6021, 9.602501);
        Assert.InRange(extent.MaxX, 106.048544, 106.0489);
        Assert.InRange(extent.MaxY, 9.675351, 9.6757);
    }

    private protected static FeatureEdit.Create Create(string? wkt, params object?[] values) => new(wkt is null ? null : Wkt(wkt), values);

    private protected async Task<EditOutcome> TryEditAsync(Layer layer, params FeatureEdit[] edits) =>
        await Store.EditAsync(new LayerEdits(layer, edits, "tester", "request"), Cancel);

    private protected async Task<EditOutcome.Applied> EditAsync(Layer layer, params FeatureEdit[] edits) =>
        Assert.IsType<EditOutcome.Applied>(await TryEditAsync(layer, edits));

    private protected Task<IReadOnlyList<FeatureChange>> HistoryAsync(string layerId, long? featureId = null, long? before = null, int limit = 100) =>
        Store.ReadHistoryAsync(new HistoryQuery(layerId, featureId, before, limit), Cancel);

    private static string Shown(Feature feature) => $"{feature.Id} {feature.Geometry?.AsText()} {feature.Values[0]} {feature.Values[1]}";
}
