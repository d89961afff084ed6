using Geo.Api.Tiles;
using Geo.Engine.Features;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Networks;

namespace Geo.Tests.Radio.Networks;

public sealed class CoverageLayersTests
{
    private static readonly string[] Names = ["rsrp-x", "sinr-x", "server-x", "rate-x", "coverage-x", "reason-x"];

    [Fact]
    public void A_coverage_becomes_six_layers_with_legends_in_both_languages_that_hold_every_value()
    {
        var site = Flatland.Mast("a", Flatland.Middle.X, Flatland.Middle.Y, Flatland.Wide, 30);
        var coverage = Flatland.Plan(Flatland.Open, new NetworkSettings { RadiusMetres = 6_000 }, 1, site).Coverage;
        var documents = new CoverageLayers(coverage, ["Trạm A, n41"]).Documents("x", new("thử", "trial"), new("", "", "", "", LayerStatus.Modelled, null), new GeoTiffOptions());
        Assert.Equal(Names.SelectMany(n => new[] { $"grids/{n}.tif", $"grids/{n}.json" }), documents.Select(d => d.Name));
        foreach (var name in Names)
        {
            var layer = GridLayerJson.Read(documents.Single(d => d.Name == $"grids/{name}.json").Content.Span);
            Assert.EndsWith(": thử", layer.Title.Vi, StringComparison.Ordinal);
            Assert.EndsWith(": trial", layer.Title.En, StringComparison.Ordinal);
            Assert.All(layer.Legend, e => Assert.True(e.Label.Vi.Length > 0 && e.Label.En.Length > 0));
            Assert.Equal(layer.Legend.Count, layer.Legend.Select(e => e.Colour).Distinct().Count());
            using var tiff = new MemoryStream(documents.Single(d => d.Name == $"grids/{name}.tif").Content.ToArray());
            var values = GeoTiffFile.Read<float>(tiff, 1, TestContext.Current.CancellationToken).Cells.ToArray();
            Assert.All(values.Where(v => !float.IsNaN(v)).Distinct(), v => Assert.True(Palette.EntryOf(layer.Legend, v) is not null, $"{name} {v}"));
        }
    }

    [Fact]
    public void More_sectors_than_a_picture_has_colours_share_the_last()
    {
        var site = Flatland.Mast("a", Flatland.Middle.X, Flatland.Middle.Y, Flatland.Wide, 30);
        var coverage = Flatland.Plan(Flatland.Open, new NetworkSettings { RadiusMetres = 300 }, 1, site).Coverage;
        var documents = new CoverageLayers(coverage, [.. Enumerable.Range(0, 300).Select(i => $"{i}")]).Documents("x", new("", ""), new("", "", "", "", LayerStatus.Modelled, null), new GeoTiffOptions());
        var legend = GridLayerJson.Read(documents.Single(d => d.Name == "grids/server-x.json").Content.Span).Legend;
        Assert.Equal(255, legend.Count);
        Assert.Equal("other antennas", Palette.EntryOf(legend, 299)!.Label.En);
    }
}
