using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Geo.Engine.Formats;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Data;

public sealed partial class BundleFilesTests
{
    public static TheoryData<string> Vectors => [.. Bundle.VectorFiles.Select(f => Path.GetFileNameWithoutExtension(f))];

    public static TheoryData<string> Texts =>
        [.. Directory.EnumerateFiles(Repository.Data, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".geojson" or ".yaml" or ".json" or ".md" or ".csv" or ".py" or "")
            .Select(f => Path.GetRelativePath(Repository.Data, f)).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_catalogue_lists_every_file_and_no_other()
    {
        var listed = FileLine().Matches(File.ReadAllText(Path.Combine(Repository.Data, "layers.yaml"))).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal);
        var there = Bundle.VectorFiles.Concat(Bundle.GridFiles).Select(f => Path.GetRelativePath(Repository.Data, f).Replace('\\', '/')).Order(StringComparer.Ordinal);
        Assert.Equal(there, listed);
    }

    [Fact]
    public void All_layers_together_are_small()
    {
        var bytes = Bundle.VectorFiles.Concat(Bundle.GridFiles).Sum(f => new FileInfo(f).Length);
        Assert.InRange(bytes, 100_000, 5_000_000);
    }

    [Fact]
    public async Task Every_layer_says_where_it_comes_from_in_both_languages()
    {
        var data = await BundledLayers.ReadAsync(Repository.Data, TestContext.Current.CancellationToken);
        Assert.Empty(data.Problems);
        Assert.All(data.Change!.Layers, layer => // no problems: there is a change
        {
            var from = layer.Definition.Provenance;
            Assert.All([from.Source, from.Licence, from.Attribution, from.Date, layer.Definition.Title.Vi, layer.Definition.Title.En, layer.Definition.Description.Vi, layer.Definition.Description.En], Assert.NotEmpty);
            Assert.All(layer.Definition.Properties, p => Assert.NotNull(p.Title));
        });
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_is_utf8_in_composed_form_with_plain_line_ends(string file)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Data, file));
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        Assert.True(text.IsNormalized(NormalizationForm.FormC), file);
        Assert.DoesNotContain('\r', text);
        Assert.False(text.StartsWith('\uFEFF'), file);
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_feature_is_one_line_and_its_id_is_its_number(string layer)
    {
        var lines = File.ReadAllLines(Bundle.Vector(layer));
        Assert.Equal("""{"type":"FeatureCollection","features":[""", lines[0]);
        Assert.Equal("]}", lines[^1]);
        var ids = lines[1..^1].Select(line => JsonDocument.Parse(line.TrimEnd(',')).RootElement.GetProperty("id").GetInt32());
        Assert.Equal(Enumerable.Range(1, lines.Length - 2), ids);
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Coordinates_have_at_most_six_decimals(string layer) =>
        Assert.DoesNotMatch(LongCoordinate(), File.ReadAllText(Bundle.Vector(layer)));

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Gdal_opens_a_layer_without_a_warning(string layer)
    {
        var (code, output) = Requirement.Run("ogrinfo", "-ro", "-so", "-al", Bundle.Vector(layer));
        Assert.Equal(0, code);
        Assert.DoesNotMatch(Complaint(), output);
        Assert.Contains("ID[\"EPSG\",4326]", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Feature Count: 0", output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Outer_rings_run_against_the_clock(string layer)
    {
        foreach (var polygon in Bundle.Features(layer).Select(f => f.Shape).OfType<NetTopologySuite.Geometries.Polygon>())
        {
            Assert.True(((NetTopologySuite.Geometries.LinearRing)polygon.ExteriorRing).IsCCW);
            Assert.All(polygon.InteriorRings, ring => Assert.False(((NetTopologySuite.Geometries.LinearRing)ring).IsCCW));
        }
    }

    [GeneratedRegex(@"^\s+file: ""([^""]+)""$", RegexOptions.Multiline)]
    private static partial Regex FileLine();

    [GeneratedRegex(@"[\[,]\d+\.\d{7,}[,\]]")]
    private static partial Regex LongCoordinate();

    [GeneratedRegex("warning|error", RegexOptions.IgnoreCase)]
    private static partial Regex Complaint();
}
