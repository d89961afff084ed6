using System.Text.Json;
using Geo.Api.Styles;
using Geo.Engine.Features;
using Geo.Engine.Grids;
using Geo.Engine.Scenarios;

namespace Geo.Tests.Scenarios;

public sealed class ScenarioPublicationTests : IAsyncLifetime
{
    private ScenarioStore _coast = null!; // set before each test
    private ScenarioResult _result = null!; // set before each test

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _coast = await ScenarioStore.GeoPackageAsync(SmallCoast.Content());
        _result = await _coast.RunAsync(ScenarioText.Parse(ScenarioText.Right));
        await _coast.Store.ApplyAsync(ScenarioPublication.ToStoreChange(_result), Cancel);
    }

    public async ValueTask DisposeAsync() => await _coast.DisposeAsync();

    [Fact]
    public async Task Zones_stand_in_the_store_with_their_columns()
    {
        var (layer, rows) = await ReadAsync("zones-aquaculture");
        Assert.Equal(
            ["theme", "class", "score_mean", "area_ha", "district", "unit_code", "status", "run_id", "output_bn_vnd", "output_bn_vnd_low", "output_bn_vnd_high", "jobs", "jobs_low", "jobs_high", "population"],
            layer.Definition.Properties.Select(p => p.Name));
        Assert.Equal(Enumerable.Range(1, _result.Themes[0].Zones.Count).Select(i => (long)i), rows.Select(r => r.Id));
        Assert.All(rows, r => Assert.Equal(("aquaculture", "synthetic", _result.RunId), (r.Values[0], r.Values[6], r.Values[7])));
        Assert.All(rows, r => Assert.Contains((string)r.Values[1]!, new[] { "S1", "S2", "S3" }));
        Assert.Contains("Huyện Tây", rows.Select(r => r.Values[4]));
        Assert.Equal(LayerStatus.Synthetic, layer.Definition.Provenance.Status);
    }

    [Fact]
    public async Task District_statistics_stand_in_the_store_and_add_up()
    {
        var (layer, rows) = await ReadAsync("districts-aquaculture");
        double Number(Feature row, string column) => (double)row.Values[layer.Definition.Properties.ToList().FindIndex(p => p.Name == column)]!;
        Assert.Equal(2, rows.Count);
        foreach (var row in rows)
        {
            var parts = new[] { "s1_ha", "s2_ha", "s3_ha", "n_ha", "excluded_ha", "nodata_ha" }.Sum(c => Number(row, c));
            Assert.Equal(Number(row, "area_ha"), parts, 1e-5);
            Assert.InRange(Number(row, "population_expected"), 0, Number(row, "population"));
            Assert.InRange(Number(row, "output_bn_vnd"), Number(row, "output_bn_vnd_low"), Number(row, "output_bn_vnd_high"));
        }
    }

    [Fact]
    public async Task Grids_come_back_as_they_were()
    {
        var score = await _coast.Store.FindDocumentAsync("grids/suitability-aquaculture.tif", Cancel);
        var classes = await _coast.Store.FindDocumentAsync("grids/classes-aquaculture.tif", Cancel);
        Assert.Equal(_result.Themes[0].Score.Cells, GeoTiffFile.Read<float>(new MemoryStream(score!.Content.ToArray()), 1, Cancel).Cells);
        Assert.Equal(_result.Themes[0].Classes.Cells, GeoTiffFile.Read<byte>(new MemoryStream(classes!.Content.ToArray()), 1, Cancel).Cells);
        var description = GridLayerJson.Read((await _coast.Store.FindDocumentAsync("grids/classes-aquaculture.json", Cancel))!.Content.Span);
        Assert.True(description.IsCategorical);
        Assert.Equal([1, 2, 3, 4], description.Legend.Select(l => l.From));
        // The engine draws classes in the colours that the map and its styles give them.
        Assert.Equal(MapColours.Classes.Select(c => c.Colour), description.Legend.Select(l => l.Colour));
    }

    [Fact]
    public async Task The_record_of_the_run_says_all_of_it()
    {
        var run = JsonDocument.Parse((await _coast.Store.FindDocumentAsync("runs/small/run.json", Cancel))!.Content).RootElement;
        Assert.Equal((_result.RunId, _result.ResultHash), (run.GetProperty("runId").GetString(), run.GetProperty("resultHash").GetString()));
        Assert.Equal(["canals", "districts", "land-cover", "population", "roads", "terrain"], run.GetProperty("inputs").EnumerateArray().Select(i => i.GetProperty("id").GetString()));
        Assert.Equal("Exclude", run.GetProperty("scenario").GetProperty("themes")[0].GetProperty("criteria")[0].GetProperty("missing").GetString());
        Assert.Equal(1500, run.GetProperty("scenario").GetProperty("themes")[0].GetProperty("criteria")[0].GetProperty("membership").GetProperty("worst").GetDouble());
        Assert.False(run.GetProperty("scenario").TryGetProperty("yaml", out _));
        Assert.Equal(108, run.GetProperty("themes")[0].GetProperty("reasons").EnumerateArray().Single(r => r.GetProperty("id").GetString() == "forest").GetProperty("cells").GetInt64());
        Assert.Equal(5, run.GetProperty("outputs").GetArrayLength());
    }

    private async Task<(Layer Layer, List<Feature> Rows)> ReadAsync(string id)
    {
        var layer = (await _coast.Store.FindLayerAsync(id, Cancel))!;
        return (layer, await _coast.Store.ReadAsync(layer, FeatureQuery.All, Cancel).ToListAsync(Cancel));
    }
}
