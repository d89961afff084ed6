using System.Runtime.CompilerServices;
using System.Text;
using Geo.Engine.Features;

namespace Geo.Tests.Stores;

public abstract partial class StoreContract
{
    private static readonly string[] OddIds = ["đất.ven biển", "a b/c", "Roads", "roads", "\"; DROP TABLE layers; --", "gpkg_contents", "rtree_x", "soctrang_layers", "layers@1", new string('đ', 150)];

    [Fact]
    public async Task A_layer_may_have_any_id()
    {
        foreach (var (index, id) in OddIds.Index())
            await WriteAsync(Definition(id), Row(index + 1, $"POINT ({index} 0)"));
        Assert.Equal(OddIds.Order(StringComparer.Ordinal), (await Store.ListLayersAsync(Cancel)).Select(l => l.Id));
        foreach (var (index, id) in OddIds.Index())
            Assert.Equal([index + 1], await IdsAsync(await FindAsync(id), In((-1, -1, 200, 1))));
        Assert.Null(await Store.FindLayerAsync("ROADS", Cancel));
    }

    [Fact]
    public async Task A_new_store_has_no_layers_and_no_documents()
    {
        Assert.Empty(await Store.ListLayersAsync(Cancel));
        Assert.Empty(await Store.ListDocumentsAsync("", Cancel));
        Assert.Null(await Store.FindLayerAsync("roads", Cancel));
        Assert.Null(await Store.FindDocumentAsync("run.json", Cancel));
    }

    [Fact]
    public async Task An_empty_layer_keeps_its_columns()
    {
        var layer = await WriteAsync(Definition("empty", GeometryKind.Polygon, null, EveryType));
        Assert.Equal((1L, 0L, null), (layer.Revision, layer.FeatureCount, layer.Extent));
        Assert.Equal(EveryType, layer.Definition.Properties);
        Assert.Empty(await ReadAsync(layer));
        Assert.Empty(await ReadAsync(layer, In((-180, -90, 180, 90))));
        Assert.Equal(0, await Store.CountAsync(layer, FeatureQuery.All, Cancel));
    }

    [Fact]
    public async Task The_revision_grows_with_every_change_also_over_a_removal()
    {
        Assert.Equal(1, (await WriteAsync(Definition("r"))).Revision);
        Assert.Equal(2, (await WriteAsync(Definition("r"))).Revision);
        await Store.ApplyAsync(new StoreChange { RemovedLayers = ["r", "unknown"] }, Cancel);
        Assert.Null(await Store.FindLayerAsync("r", Cancel));
        Assert.Equal(4, (await WriteAsync(Definition("r"))).Revision);
        Assert.Equal(1, (await WriteAsync(Definition("other"))).Revision);
        Assert.Equal(4, (await FindAsync("r")).Revision);
    }

    [Fact]
    public async Task A_layer_is_replaced_whole_with_other_columns_and_another_geometry()
    {
        await WriteAsync(Definition("x", properties: [Column("a", PropertyType.Text)]), Row(1, "POINT (1 1)", "old"), Row(2, null, "old"));
        var layer = await WriteAsync(Definition("x", GeometryKind.LineString, null, Column("b", PropertyType.Integer)), Row(7, "LINESTRING (0 0, 1 1)", 5L));
        var feature = Assert.Single(await ReadAsync(layer));
        Assert.Equal((7L, 1L), (feature.Id, layer.FeatureCount));
        Assert.Equal([5L], feature.Values);
    }

    [Fact]
    public async Task Who_still_holds_the_layer_with_other_columns_is_told()
    {
        var old = await WriteAsync(Definition("x", properties: [Column("a", PropertyType.Text)]), Row(1, null, "old"));
        await WriteAsync(Definition("x", properties: [Column("b", PropertyType.Text)]), Row(1, null, "new"));
        await Assert.ThrowsAsync<LayerChangedException>(() => ReadAsync(old));
        await Store.ApplyAsync(new StoreChange { RemovedLayers = ["x"] }, Cancel);
        await Assert.ThrowsAsync<LayerChangedException>(() => ReadAsync(old));
    }

    [Fact]
    public async Task Who_still_holds_the_layer_with_the_same_columns_reads_the_new_rows()
    {
        var old = await WriteAsync(Definition("x"), Row(1, null));
        await WriteAsync(Definition("x"), Row(2, null));
        Assert.Equal([2L], await IdsAsync(old, FeatureQuery.All));
        Assert.Equal(2, (await Store.FindFeatureAsync(old, 2, Cancel))?.Id);
        Assert.Equal(1, await Store.CountAsync(old, FeatureQuery.All, Cancel));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_change_that_fails_or_is_cancelled_half_way_leaves_the_store_as_it_was(bool isCancelled)
    {
        var layer = await WriteAsync(Definition("x"), Row(1, "POINT (1 1)"));
        await Store.ApplyAsync(new StoreChange { Documents = [Document("a.txt", "old")] }, Cancel);
        var (hash, tables) = (await HashAsync(layer), await TablesAsync());
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var change = new StoreChange
        {
            RemovedLayers = ["x"],
            Layers = [new LayerContent(Definition("new"), Rows(Row(1, "POINT (1 1)"))), new LayerContent(Definition("y"), Breaking(isCancelled ? source : null, Cancel))],
            Documents = [Document("a.txt", "new")],
        };
        if (isCancelled)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.ApplyAsync(change, source.Token));
        else
            await Assert.ThrowsAsync<InvalidDataException>(() => Store.ApplyAsync(change, source.Token));
        Assert.Equal(["x"], (await Store.ListLayersAsync(Cancel)).Select(l => l.Id));
        Assert.Equal(1, (await FindAsync("x")).Revision);
        Assert.Equal(hash, await HashAsync(await FindAsync("x")));
        Assert.Equal("old", Encoding.UTF8.GetString((await Store.FindDocumentAsync("a.txt", Cancel))!.Content.Span)); // it was written above
        Assert.Equal(tables, await TablesAsync());
    }

    [Fact]
    public async Task A_layer_replaced_often_leaves_no_old_tables()
    {
        await WriteAsync(Definition("x"), Row(1, "POINT (1 1)"));
        var tables = (await TablesAsync()).Count;
        for (var i = 0; i < 5; i++)
            await WriteAsync(Definition("x"), Row(1, "POINT (1 1)"));
        Assert.Equal(tables, (await TablesAsync()).Count);
    }

    [Fact]
    public async Task A_reader_in_the_middle_goes_on_in_the_old_state_and_does_not_hold_up_the_writer()
    {
        var layer = await WriteAsync(Definition("x", properties: [Column("v", PropertyType.Integer)]), Versioned(1, 5000));
        await using var reader = Store.ReadAsync(layer, FeatureQuery.All, Cancel).GetAsyncEnumerator(Cancel);
        Assert.True(await reader.MoveNextAsync());
        var replaced = await WriteAsync(Definition("x", properties: [Column("v", PropertyType.Integer)]), Versioned(2, 10));
        var seen = 1;
        for (; await reader.MoveNextAsync(); seen++)
            Assert.Equal(1L, reader.Current.Values[0]);
        Assert.Equal(5000, seen);
        Assert.Equal(10, (await ReadAsync(replaced)).Count(f => f.Values[0] is 2L));
    }

    [Fact]
    public async Task Readers_beside_a_writer_see_one_version_or_the_next()
    {
        var definition = Definition("x", properties: [Column("v", PropertyType.Integer)]);
        await WriteAsync(definition, Versioned(1, 300));
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var readers = Enumerable.Range(0, 3).Select(r => Task.Run(() => CheckVersionsAsync(done.Token), Cancel)).ToArray();
        for (var version = 2; version <= 12; version++)
            await WriteAsync(definition, Versioned(version, 300 + version));
        await done.CancelAsync();
        Assert.All(await Task.WhenAll(readers), read => Assert.True(read > 0));
    }

    private async Task<int> CheckVersionsAsync(CancellationToken done)
    {
        var reads = 0;
        for (; !done.IsCancellationRequested || reads == 0; reads++)
        {
            var rows = await Store.ReadAsync(await FindAsync("x"), reads % 2 == 0 ? FeatureQuery.All : In((0, 0, 2, 2)), Cancel).ToListAsync(Cancel);
            var version = Assert.Single(rows.Select(r => (long)r.Values[0]!).Distinct()); // no null was written
            Assert.Equal(version == 1 ? 300 : 300 + version, rows.Count);
        }
        return reads;
    }

    [Fact]
    public async Task Two_writers_take_turns()
    {
        await using var second = CreateSecond();
        await second.OpenAsync(Cancel);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(
            () => (i % 2 == 0 ? Store : second).ApplyAsync(new StoreChange { Layers = [new LayerContent(Definition("x"), Rows(Versionless(i + 1)))] }, Cancel), Cancel)));
        Assert.Equal(10, (await FindAsync("x")).Revision);
    }

    [Fact]
    public async Task A_layer_may_be_made_from_another_one_of_the_same_store()
    {
        var source = await WriteAsync(Definition("x", properties: [Column("v", PropertyType.Integer)]), Versioned(1, 2500));
        await Store.ApplyAsync(new StoreChange { Layers = [new LayerContent(Definition("y", properties: [Column("v", PropertyType.Integer)]), Store.ReadAsync(source, FeatureQuery.All, Cancel))] }, Cancel);
        Assert.Equal(await HashAsync(source), await HashAsync(await FindAsync("y")));
        // Even itself: the old rows are read while the new ones are written.
        await Store.ApplyAsync(new StoreChange { Layers = [new LayerContent(source.Definition, Store.ReadAsync(source, FeatureQuery.All, Cancel))] }, Cancel);
        Assert.Equal(2500, (await FindAsync("x")).FeatureCount);
    }

    [Fact]
    public async Task Another_process_finds_everything_again()
    {
        var layer = await WriteAsync(Definition("x", properties: EveryType), Row(3, "POINT (1 2)", "a", 1L, 1.5, true, null, null));
        await Store.ApplyAsync(new StoreChange { Documents = [Document("grids/đất.tif", "II*")] }, Cancel);
        var hash = await HashAsync(layer);
        await using var second = CreateSecond();
        await second.OpenAsync(Cancel);
        var found = Assert.Single(await second.ListLayersAsync(Cancel));
        Assert.Equal((layer.Revision, layer.FeatureCount, layer.Extent), (found.Revision, found.FeatureCount, found.Extent));
        using var again = new LayerContentHash(found.Definition);
        await foreach (var feature in second.ReadAsync(found, FeatureQuery.All, Cancel))
            again.Append(feature);
        Assert.Equal(hash, again.Finish());
        Assert.Equal(["grids/đất.tif"], await second.ListDocumentsAsync("grids/", Cancel));
    }

    [Fact]
    public async Task Documents_are_replaced_and_listed_by_prefix_in_ordinal_order()
    {
        var bytes = new byte[300_000];
        new Random(5).NextBytes(bytes);
        await Store.ApplyAsync(new StoreChange { Documents = [Document("b/2", "x"), Document("b/10", "y"), Document("a%_", "z"), new StoredDocument("b/1", "image/tiff", bytes.AsMemory(1000))] }, Cancel);
        await Store.ApplyAsync(new StoreChange { Documents = [Document("b/2", "new")] }, Cancel);
        Assert.Equal(["b/1", "b/10", "b/2"], await Store.ListDocumentsAsync("b/", Cancel));
        Assert.Equal(["a%_"], await Store.ListDocumentsAsync("a%", Cancel));
        Assert.Empty(await Store.ListDocumentsAsync("%", Cancel));
        var document = Assert.IsType<StoredDocument>(await Store.FindDocumentAsync("b/1", Cancel));
        Assert.Equal("image/tiff", document.MediaType);
        Assert.Equal(bytes[1000..], document.Content.ToArray());
        Assert.Equal("new", Encoding.UTF8.GetString((await Store.FindDocumentAsync("b/2", Cancel))!.Content.Span)); // it was written above
    }

    [Fact]
    public async Task The_tag_of_a_document_changes_with_its_bytes_and_is_told_without_them()
    {
        await Store.ApplyAsync(new StoreChange { Documents = [Document("a.txt", "abc")] }, Cancel);
        // source: FIPS 180-2, B.1: SHA-256 of "abc"
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", await Store.FindDocumentTagAsync("a.txt", Cancel));
        await Store.ApplyAsync(new StoreChange { Documents = [Document("a.txt", "abd")] }, Cancel);
        Assert.NotEqual("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", await Store.FindDocumentTagAsync("a.txt", Cancel));
        Assert.Null(await Store.FindDocumentTagAsync("b.txt", Cancel));
    }

    private static StoredDocument Document(string name, string text) => new(name, "text/plain", Encoding.UTF8.GetBytes(text));

    private static Feature[] Versioned(long version, int count) => [.. Enumerable.Range(1, count).Select(i => Row(i, "POINT (1 1)", version))];

    private static Feature Versionless(long id) => Row(id, "POINT (1 1)");

    private static async IAsyncEnumerable<Feature> Breaking(CancellationTokenSource? toCancel, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var i = 1; i <= 2000; i++)
            yield return Row(i, "POINT (1 1)");
        if (toCancel is null)
            throw new InvalidDataException("the file ends here");
        await toCancel.CancelAsync();
        for (var i = 2001; !cancellation.IsCancellationRequested && i < 100_000; i++)
            yield return Row(i, "POINT (1 1)");
    }
}
