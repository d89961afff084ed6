using System.Globalization;
using System.Text;
using CsCheck;
using Geo.Engine.Features;
using Geo.Engine.Features.Filtering;
using Geo.Engine.Filters;
using Geo.Engine.Geodesy;
using Geo.Engine.Stores.GeoPackage;
using Geo.Engine.Stores.PostGis;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Stores;

/// <summary>
/// Random filters of every kind, written and read in both encodings, let through the same rows of both stores as of a list in memory
/// (robustness.md Q1). As many as <c>SOCTRANG_TEST_FILTERS</c> says, else 2,000.
/// </summary>
public sealed class EncodedFiltersAgreeTests
{
    private const string Seed = "0000Kb2qqcP5";
    private const int RowCount = 400;

    private static readonly RandomFilters Random = new(RandomRows.Properties);

    private static readonly LayerDefinition Definition = GeoPackageSamples.Definition("x", GeometryKind.Geometry, CoordinateSystems.Crs84, RandomRows.Properties);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static int Filters => int.TryParse(Environment.GetEnvironmentVariable("SOCTRANG_TEST_FILTERS"), CultureInfo.InvariantCulture, out var asked) ? asked : 2_000;

    [Fact]
    public async Task A_filter_lets_the_same_rows_through_in_either_encoding_and_either_store()
    {
        using var folder = new TemporaryFolder();
        await using var database = await PostGisDatabase.CreateAsync();
        await using var geoPackage = new GeoPackageStore(folder.File("store.gpkg"));
        await using var postGis = new PostGisStore(database.ConnectionString);
        var rows = RandomRows.Some(RowCount, RowCount).Generate(PCG.Parse(Seed), null, out _);
        var layers = new List<(IFeatureStore Store, Layer Layer)>();
        foreach (var store in (IFeatureStore[])[geoPackage, postGis])
        {
            await store.OpenAsync(Cancel);
            await store.ApplyAsync(new StoreChange { Layers = [new LayerContent(Definition, rows.ToAsyncEnumerable())] }, Cancel);
            layers.Add((store, Assert.IsType<Layer>(await store.FindLayerAsync("x", Cancel))));
        }
        var shapes = RandomRows.Shapes.Where(g => g is { IsEmpty: false }).Select(g => g!);
        var (filters, random) = (Random.Filters(RandomRows.Values, shapes, RandomPredicates.Any(shapes)), PCG.Parse(Seed));
        for (var i = 0; i < Filters; i++)
            await CheckAsync(layers, rows, filters.Generate(random, null, out _));
    }

    private static async Task CheckAsync(IReadOnlyList<(IFeatureStore Store, Layer Layer)> layers, Feature[] rows, FilterExpression filter)
    {
        var expected = rows.Where(r => Random.Truth(filter, r) == true).Select(r => r.Id).ToList();
        var (text, json) = (Cql2Text.Write(filter), Cql2Json.Write(filter));
        var (fromText, fromJson) = (Cql2Text.Parse(text), Cql2Json.Parse(Encoding.UTF8.GetBytes(json)));
        Assert.Equal(json, Cql2Json.Write(fromText));
        Assert.Equal(text, Cql2Text.Write(fromJson));
        foreach (var (store, layer) in layers)
        {
            var query = new FeatureQuery { Filter = FilterBinder.Bind(fromText, Definition, CoordinateSystems.Crs84) };
            var found = await store.ReadAsync(layer, query, Cancel).Select(f => f.Id).ToListAsync(Cancel);
            Assert.True(expected.SequenceEqual(found), $"{text}: {string.Join("; ", rows.Where(r => expected.Contains(r.Id) != found.Contains(r.Id)).Select(r => $"{r.Id} {r.Geometry} {string.Join(' ', r.Values)}").Take(3))}");
            query = new FeatureQuery { Filter = FilterBinder.Bind(fromJson, Definition, CoordinateSystems.Crs84) };
            Assert.Equal((text, expected.Count), (text, await store.CountAsync(layer, query, Cancel)));
        }
    }
}
