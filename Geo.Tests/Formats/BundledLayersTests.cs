using System.Security.Cryptography;
using System.Text;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Formats;

public sealed class BundledLayersTests : IDisposable
{
    private const string Ports =
        """{"type":"FeatureCollection","features":[{"type":"Feature","id":5,"properties":{"name_vi":"Cảng Trần Đề","capacity":null},"geometry":{"type":"Point","coordinates":[106.2,9.5]}}]}""";

    private readonly ImportFiles _files = new();

    [Fact]
    public async Task Layers_grids_and_documents_of_the_folder_become_one_change()
    {
        var data = await ReadAsync(Catalogue());
        Assert.Empty(data.Problems);
        var layer = Assert.Single(data.Change!.Layers);
        Assert.Equal("ports", layer.Definition.Id);
        Assert.Equal(new BilingualText("Cảng", "Ports"), layer.Definition.Title);
        Assert.Equal((GeometryKind.Point, LayerStatus.Schematic, 2000.0), (layer.Definition.GeometryKind, layer.Definition.Provenance.Status, layer.Definition.Provenance.AccuracyMetres));
        Assert.Equal(new PropertyDefinition("capacity", PropertyType.Number, new BilingualText("Công suất", "Capacity"), "t/a"), layer.Definition.Properties[1]);
        var features = await layer.Features.ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(5, Assert.Single(features).Id);
        Assert.Equal(["Cảng Trần Đề", null], features[0].Values);
        Assert.Equal(["grids/land-cover.tif", "grids/land-cover.json", "scenarios/a.yaml", "economy.yaml"], data.Change.Documents.Select(d => d.Name));
        var grid = GridLayerJson.Read(data.Change.Documents[1].Content.Span);
        Assert.True(grid.IsCategorical);
        Assert.Equal(new LegendEntry(1, 1, "#00aaff", new BilingualText("Ao tôm", "Shrimp pond")), Assert.Single(grid.Legend));
    }

    [Theory]
    [InlineData("kind: vector", "kind: raster", "line 3, [0].kind", "'raster' is not known; allowed: vector, grid")]
    [InlineData("status: schematic", "status: guessed", "[0].status", "allowed: surveyed, generalised, schematic, modelled, synthetic")]
    [InlineData("accuracy_m: 2000", "accuracy_m: .nan", "[0].accuracy_m", "not a finite number")]
    [InlineData("accuracy_m: 2000", "accuracy_m: -1", "[0].accuracy_m", "-1 is not allowed")]
    [InlineData("id: ports", "id: Ports!", "[0].id", "'Ports!' cannot be a layer's identifier")]
    [InlineData("file: layers/ports.geojson", "file: ../../etc/passwd", "[0].file", "does not lie inside the data folder")]
    [InlineData("file: layers/ports.geojson", "file: layers/missing.geojson", "layer 'ports'", "'layers/missing.geojson' is missing")]
    [InlineData("  licence: CC0-1.0\n", "", "line 1, [0]", "'licence' is missing")]
    [InlineData("  licence: CC0-1.0\n", "  license: CC0-1.0\n", "[0].license", "did you mean 'licence'?")]
    [InlineData("title: {vi: Cảng, en: Ports}", "title: Ports", "[0].title", "where keys with values are expected")]
    [InlineData("type: number", "type: float", "[0].properties[1].type", "'float' is not known")]
    [InlineData("id: land-cover", "id: ports", "layers.yaml", "'ports' is listed 2 times")]
    [InlineData("kind: grid", "kind: [grid", "line 1", "not readable as YAML")]
    public async Task Whatever_is_wrong_with_the_catalogue_is_named_by_line_and_path(string text, string replacement, string place, string message)
    {
        var catalogue = Catalogue();
        Assert.Contains(text, catalogue, StringComparison.Ordinal);
        var data = await ReadAsync(catalogue.Replace(text, replacement, StringComparison.Ordinal));
        Assert.Null(data.Change);
        Assert.Contains(data.Problems, p => p.ToString().Contains(place, StringComparison.Ordinal) && p.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_changed_file_is_found_by_its_checksum()
    {
        var catalogue = Catalogue();
        File.AppendAllText(_files["layers/ports.geojson"], "\n");
        var data = await ReadAsync(catalogue);
        Assert.Contains("layers/ports.geojson: the checksum is", Assert.Single(data.Problems).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"capacity\":null", "\"capacity\":\"much\"", "/properties/capacity: a string where a finite number belongs")]
    [InlineData("\"capacity\":null", "\"depth\":1", "/properties/depth: the layer has no such property")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[106.2,9.5]}", "{\"type\":\"LineString\",\"coordinates\":[[106.2,9.5],[106,9]]}", "a LineString in a layer of Point")]
    public async Task Features_that_do_not_fit_the_catalogue_end_the_reading(string text, string replacement, string message)
    {
        var data = await ReadAsync(Catalogue(Ports.Replace(text, replacement, StringComparison.Ordinal)));
        Assert.Empty(data.Problems);
        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(async () => await data.Change!.Layers[0].Features.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("ports.geojson", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_catalogue_is_named()
    {
        var data = await BundledLayers.ReadAsync(_files["nowhere"], TestContext.Current.CancellationToken);
        Assert.Contains("nowhere", Assert.Single(data.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bundled_data_are_whole()
    {
        Requirement.Holds(File.Exists(Path.Combine(Repository.Data, "layers.yaml")), "data/layers.yaml is not there; data/build makes it");
        var data = await BundledLayers.ReadAsync(Repository.Data, TestContext.Current.CancellationToken);
        Assert.Empty(data.Problems);
        foreach (var layer in data.Change!.Layers)
        {
            var count = 0;
            await foreach (var feature in layer.Features)
            {
                Assert.True(feature.Geometry is null or { IsValid: true }, $"{layer.Definition.Id} {feature.Id}");
                count++;
            }

            Assert.True(count > 0, layer.Definition.Id);
        }
    }

    public void Dispose() => _files.Dispose();

    private async Task<BundledData> ReadAsync(string catalogue) =>
        await BundledLayers.ReadAsync(Path.GetDirectoryName(_files.Write("layers.yaml", catalogue))!, TestContext.Current.CancellationToken);

    private string Catalogue(string ports = Ports)
    {
        foreach (var folder in new[] { "layers", "grids", "scenarios" })
            Directory.CreateDirectory(_files[folder]);
        byte[] grid = [1, 2, 3];
        _files.Write("layers/ports.geojson", ports);
        _files.Write("grids/land-cover.tif", grid);
        _files.Write("scenarios/a.yaml", "a: 1\n");
        _files.Write("economy.yaml", "b: 2\n");
        return $$$"""
            - id: ports
              file: layers/ports.geojson
              kind: vector
              geometry: Point
              title: {vi: Cảng, en: Ports}
              description: {vi: Cảng biển và cảng sông, en: Sea and river ports}
              source: own compilation
              licence: CC0-1.0
              attribution: SocTrangGeo
              date: "2025"
              status: schematic
              accuracy_m: 2000
              sha256: {{{Checksum(Encoding.UTF8.GetBytes(ports))}}}
              properties:
                - {name: name_vi, type: text}
                - {name: capacity, type: number, title: {vi: Công suất, en: Capacity}, unit: t/a}
            - id: land-cover
              file: grids/land-cover.tif
              kind: grid
              categorical: true
              title: {vi: Lớp phủ, en: Land cover}
              description: {vi: Mẫu, en: Sample}
              source: seeded
              licence: CC0-1.0
              attribution: SocTrangGeo
              date: "2025"
              status: synthetic
              sha256: {{{Checksum(grid)}}}
              legend:
                - {from: 1, to: 1, colour: "#00aaff", label: {vi: Ao tôm, en: Shrimp pond}}

            """;
    }

    private static string Checksum(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
