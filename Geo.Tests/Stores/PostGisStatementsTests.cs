using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Stores.PostGis;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Stores;

/// <summary>Statements that stay prepared on their connections give what the tables hold now.</summary>
public sealed class PostGisStatementsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Layers_of_other_columns_are_read_in_turn_on_one_connection()
    {
        await using var database = await PostGisDatabase.CreateAsync();
        await using var narrow = new PostGisStore(database.ConnectionString + ";Maximum Pool Size=1");
        await narrow.OpenAsync(Cancel);
        var numbers = GeoPackageSamples.Definition("numbers", GeometryKind.None, CoordinateSystems.Crs84, [new("value", PropertyType.Number)]);
        var texts = GeoPackageSamples.Definition("texts", GeometryKind.None, CoordinateSystems.Crs84, [new("first", PropertyType.Text), new("second", PropertyType.Date)]);
        await narrow.ApplyAsync(
            new StoreChange
            {
                Layers =
                [
                    new LayerContent(numbers, Enumerable.Range(1, 2500).Select(i => new Feature(i, null, [i / 4.0])).ToAsyncEnumerable()),
                    new LayerContent(texts, Enumerable.Range(1, 2500).Select(i => new Feature(i, null, [$"ấp {i}", new DateOnly(2025, 1, 1).AddDays(i)])).ToAsyncEnumerable()),
                ],
            },
            Cancel);
        for (var round = 0; round < 3; round++)
        {
            foreach (var (id, last) in new (string, object)[] { ("numbers", 625.0), ("texts", "ấp 2500") })
            {
                var layer = Assert.IsType<Layer>(await narrow.FindLayerAsync(id, Cancel));
                var whole = await narrow.ReadAsync(layer, FeatureQuery.All, Cancel).ToListAsync(Cancel);
                Assert.Equal((2500, last), (whole.Count, whole[^1].Values[0]));
                Assert.Equal(last, (await narrow.FindFeatureAsync(layer, 2500, Cancel))!.Values[0]);
                Assert.Equal(last, Assert.Single(await narrow.ReadAsync(layer, new FeatureQuery { AfterId = 2499, Limit = 10 }, Cancel).ToListAsync(Cancel)).Values[0]);
            }
        }
    }

    [Fact]
    public async Task Another_store_sees_a_new_description_of_a_layer_at_once()
    {
        await using var database = await PostGisDatabase.CreateAsync();
        await using var store = new PostGisStore(database.ConnectionString);
        await using var other = new PostGisStore(database.ConnectionString);
        await store.OpenAsync(Cancel);
        await other.OpenAsync(Cancel);
        foreach (var column in (string[])["one", "two", "one"])
        {
            var definition = GeoPackageSamples.Definition("x", GeometryKind.None, CoordinateSystems.Crs84, [new(column, PropertyType.Integer)]);
            await store.ApplyAsync(new StoreChange { Layers = [new LayerContent(definition, new[] { new Feature(1, null, [5L]) }.ToAsyncEnumerable())] }, Cancel);
            for (var again = 0; again < 2; again++)
                Assert.Equal(column, Assert.Single(Assert.IsType<Layer>(await other.FindLayerAsync("x", Cancel)).Definition.Properties).Name);
        }
    }
}
