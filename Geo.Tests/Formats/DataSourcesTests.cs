using Geo.Engine.Features;
using Geo.Engine.Formats;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Formats;

public sealed class DataSourcesTests
{
    private const string Text = """
        schema: soctranggeo/sources/1
        sources:
          - id: a
            title: {vi: Một, en: One}
            url: https://data.example.org/a.geojson
            file: a.geojson
            licence: CC0-1.0
            attribution: Somebody
            date: "2025"
            status: surveyed
            media_types: [Application/JSON]
            least_bytes: 1
            most_bytes: 3000000000
            layers:
              - {id: b, kind: geojson, how: {vi: nạp, en: import}}
        """;

    [Fact]
    public void The_bundled_list_names_the_official_sources_of_the_coast()
    {
        var list = DataSources.Read(File.ReadAllText(Path.Combine(Repository.Data, "sources.yaml")), "sources.yaml");
        Assert.Empty(list.Problems);
        foreach (var publisher in new[] { "geoboundaries", "osm", "copernicus", "gebco", "worldcover", "worldpop", "opencellid" })
            Assert.Contains(list.Sources, s => s.Id.Contains(publisher, StringComparison.Ordinal));
        Assert.All(list.Sources, s =>
        {
            Assert.StartsWith("https://", s.Url, StringComparison.Ordinal);
            Assert.NotEmpty(s.Layers);
            Assert.NotEmpty(s.Provenance.Attribution);
        });
    }

    [Fact]
    public void An_entry_is_read_as_written()
    {
        var source = Assert.Single(DataSources.Read(Text, "s.yaml").Sources);
        Assert.Equal(("a", "https://data.example.org/a.geojson", "a.geojson"), (source.Id, source.Url, source.FileName));
        Assert.Equal((1L, 3_000_000_000L), (source.LeastBytes, source.MostBytes));
        Assert.Equal(["application/json"], source.MediaTypes);
        Assert.Equal(LayerStatus.Surveyed, source.Provenance.Status);
        Assert.Equal(new DataSourceLayer("b", DataSourceKind.GeoJson, new BilingualText("nạp", "import")), Assert.Single(source.Layers));
    }

    [Theory]
    [InlineData("soctranggeo/sources/1", "soctranggeo/sources/9", "soctranggeo/sources/9")]
    [InlineData("https://data.example.org/a.geojson", "http://data.example.org/a.geojson", "not an https address")]
    [InlineData("https://data.example.org/a.geojson", "file:///etc/passwd", "not an https address")]
    [InlineData("https://data.example.org/a.geojson", "https://data.example.org/{key}", "key_variable")]
    [InlineData("file: a.geojson", "file: ../a.geojson", "without a folder")]
    [InlineData("file: a.geojson", "file: /tmp/a.geojson", "without a folder")]
    [InlineData("least_bytes: 1", "least_bytes: 0", "least_bytes")]
    [InlineData("least_bytes: 1", "least_bytes: 1.5", "whole number")]
    [InlineData("most_bytes: 3000000000", "most_bytes: 1e999", "most_bytes")]
    [InlineData("least_bytes: 1", "least_bytes: 4000000000", "above most_bytes")]
    [InlineData("kind: geojson", "kind: dxf", "geojson, gpkg, shapefile, geotiff, csv")]
    [InlineData("status: surveyed", "status: sure", "surveyed")]
    [InlineData("status: surveyed", "status: surveyed\n    sha256: ABC", "64 lower-case")]
    [InlineData("licence: CC0-1.0", "license: CC0-1.0", "licence")]
    [InlineData("id: a", "id: A b", "'A b'")]
    [InlineData("sources:", "sources: [", "sources.yaml")]
    public void A_fault_is_named_with_its_place(string right, string wrong, string word)
    {
        var list = DataSources.Read(Text.Replace(right, wrong, StringComparison.Ordinal), "sources.yaml");
        Assert.Empty(list.Sources);
        Assert.Contains(list.Problems, p => p.ToString().Contains(word, StringComparison.Ordinal));
        Assert.All(list.Problems, p => Assert.Contains("line", p.Place, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_sources_of_one_name_are_refused()
    {
        var entry = Text[Text.IndexOf("  - id", StringComparison.Ordinal)..];
        var problems = DataSources.Read(Text + "\n" + entry, "s.yaml").Problems.Select(p => p.Message);
        Assert.Equal(["the source 'a' is listed 2 times", "the file 'a.geojson' is listed 2 times"], problems);
    }
}
