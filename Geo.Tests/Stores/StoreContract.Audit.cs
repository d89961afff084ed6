using Geo.Engine.Access;
using Geo.Engine.Features;

namespace Geo.Tests.Stores;

/// <summary>Every change leaves its record in the audit log, in the same transaction.</summary>
public abstract partial class StoreContract
{
    private static readonly Author Lan = new("key:1a2b3c4d", "scenario.run", "0HN1");

    private async Task<List<AuditRecord>> AuditAsync() => await Store.Audit.ReadAsync(Cancel).ToListAsync(Cancel);

    [Fact]
    public async Task Every_change_is_recorded_with_who_what_and_hashes_of_before_and_after()
    {
        Assert.Empty(await AuditAsync());
        StoredDocument Document(string text) => new("runs/a.json", "application/json", System.Text.Encoding.UTF8.GetBytes(text));
        await Store.ApplyAsync(new StoreChange { Documents = [Document("{}")], Author = Lan }, Cancel);
        await Store.ApplyAsync(new StoreChange { Layers = [new LayerContent(Definition("đất"), Rows(Row(1, "POINT (106 9)")))], Documents = [Document("[]")] }, Cancel);
        await Store.ApplyAsync(new StoreChange { RemovedLayers = ["đất"], Author = Lan }, Cancel);
        var (key, _) = KeyText.Make("Lan", Role.Planner, Made);
        await Store.Keys.AddAsync(key, Lan with { Action = "key.create" }, Cancel);
        await Store.Keys.RevokeAsync(key.Id, Made, Lan with { Action = "key.revoke" }, Cancel);
        await Store.Audit.AppendAsync(new AuditEntry(Made.AddTicks(12), Lan with { Action = "access.refused", RequestId = null }, "POST /x"), Cancel);

        var records = await AuditAsync();

        Assert.Equal(
            ["runs/a.json", "layer đất, runs/a.json", "-layer đất", $"key {key.Id}, planner, Lan", $"key {key.Id}", "POST /x"],
            records.Select(r => r.Entry.Target));
        Assert.Equal(["scenario.run", "store.change", "scenario.run", "key.create", "key.revoke", "access.refused"], records.Select(r => r.Entry.Author.Action));
        Assert.Equal(("key:1a2b3c4d", "0HN1", null), (records[0].Entry.Author.Actor, records[0].Entry.Author.RequestId, records[0].Entry.Before));
        // SHA-256 of "runs/a.json", a line feed, the SHA-256 of "{}" and a line feed, by sha256sum.
        Assert.Equal("5cc9a746f84002e1f47d81de8985d805e09057ae7564aa2f2f8c64dfa3d66baf", records[0].Entry.After);
        Assert.Equal(records[0].Entry.After, records[1].Entry.Before);
        Assert.NotEqual(records[1].Entry.Before, records[1].Entry.After);
        Assert.Equal((Made, null), (records[5].Entry.At, records[5].Entry.Author.RequestId));
        Assert.Equal(((long?)null, 6), ((await AuditChain.CheckAsync(Store.Audit.ReadAsync(Cancel), Cancel)).BrokenAt, records.Count));
    }

    [Fact]
    public async Task A_change_that_fails_leaves_no_record()
    {
        var broken = new LayerContent(Definition("a"), Rows(Row(1, "POINT (106 9)"), Row(1, "POINT (106 9)")));
        await Assert.ThrowsAnyAsync<Exception>(() => Store.ApplyAsync(new StoreChange { Layers = [broken] }, Cancel));
        Assert.Empty(await AuditAsync());
    }

    [Fact]
    public async Task Edits_are_recorded_with_their_editor_and_a_refused_one_is_not()
    {
        var layer = await WriteAsync(Definition("a"), Row(1, "POINT (106 9)"), Row(2, "POINT (106 9)"));
        await Store.EditAsync(new LayerEdits(layer, [new FeatureEdit.Delete(1), new FeatureEdit.Create(Wkt("POINT (105 9)"), [])], "key:1a2b3c4d", "0HN2"), Cancel);
        await Store.EditAsync(new LayerEdits(layer, [new FeatureEdit.Delete(99)], "key:1a2b3c4d"), Cancel);
        var record = Assert.Single(await AuditAsync(), r => r.Entry.Author.Action == "features.edit");
        Assert.Equal(("key:1a2b3c4d", "0HN2", "layer a: -1, +3"), (record.Entry.Author.Actor, record.Entry.Author.RequestId, record.Entry.Target));
        Assert.Equal((64, 64), (record.Entry.Before!.Length, record.Entry.After!.Length));
    }

    [Fact]
    public async Task Writers_that_come_together_make_one_chain()
    {
        await using var second = CreateSecond();
        await second.OpenAsync(Cancel);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? Store : second).Audit.AppendAsync(new AuditEntry(Made, Lan, $"{i}"), Cancel)));
        Assert.Equal((20, (long?)null), ((await AuditAsync()).Count, (await AuditChain.CheckAsync(Store.Audit.ReadAsync(Cancel), Cancel)).BrokenAt));
    }
}
