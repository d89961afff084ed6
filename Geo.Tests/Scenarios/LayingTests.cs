using System.Globalization;
using System.Runtime.InteropServices;
using Geo.Engine.Features;
using Geo.Engine.Grids;
using Geo.Engine.Scenarios;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Scenarios;

/// <summary>How layers are laid on the grid of a scenario: means and modes beside gdalwarp, fractions by hand.</summary>
public sealed class LayingTests : IAsyncLifetime
{
    private const string Text = """
        schema: soctranggeo/scenario/1
        id: laid
        title: {vi: "Thử", en: "Trial"}
        description: {vi: "Thử", en: "Trial"}
        study_area: {districts: districts}
        grid: {crs: "EPSG:9209", cell: 30, origin: [550000, 1060000], size: [120, 80], halo_m: 0}
        layers:
          amount: {id: fine-amount, kind: continuous, resample: average}
          code: {id: fine-code, kind: categorical, resample: mode}
          parks: {kind: vector, rasterize: fraction}
        themes:
          mean:
            title: {vi: "Trung bình", en: "Mean"}
            criteria: [{id: amount, title: {vi: "Lượng", en: "Amount"}, layer: amount, membership: {type: linear, worst: 0, best: 1}, starting_value: true}]
            weights: {method: direct, values: {amount: 1}, starting_value: true}
            classes: {S1: 0.8, S2: 0.6, S3: 0.4, N: 0, starting_value: true}
          most:
            title: {vi: "Mã", en: "Mode"}
            criteria: [{id: code, title: {vi: "Mã", en: "Code"}, layer: code, membership: {type: categories, table: {1: 0.25, 2: 0.5, 3: 0.75}}, starting_value: true}]
            weights: {method: direct, values: {code: 1}, starting_value: true}
            classes: {S1: 0.8, S2: 0.6, S3: 0.4, N: 0, starting_value: true}
          covered:
            title: {vi: "Phủ", en: "Covered"}
            constraints: [{id: mostly, title: {vi: "Phần lớn", en: "Mostly"}, expr: "parks < 0.7", starting_value: true}]
            criteria: [{id: parks, title: {vi: "Công viên", en: "Parks"}, layer: parks, membership: {type: linear, worst: 0, best: 1}, starting_value: true}]
            weights: {method: direct, values: {parks: 1}, starting_value: true}
            classes: {S1: 0.8, S2: 0.6, S3: 0.4, N: 0, starting_value: true}
        zones: {lowest_class: S3, min_area_ha: 0, fill_holes_ha: 0, min_patch_ha: 0, starting_value: true}
        """;

    private static readonly GridFrame Fine = SmallCoast.Frame with { CellSizeMetres = 10, Rows = 240, Columns = 360 };

    private readonly TemporaryFolder _folder = new();
    private ScenarioStore _coast = null!; // set before each test

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var random = new Random(12);
        var amounts = new Grid<float>(Fine, [.. Enumerable.Range(0, (int)Fine.CellCount).Select(i => i % 17 == 5 || i < 720 ? float.NaN : random.NextSingle())]);
        var codes = new Grid<byte>(Fine, [.. Enumerable.Range(0, (int)Fine.CellCount).Select(i => (byte)(i % 19 == 3 || i < 720 ? 0 : 1 + (random.Next(9) / 3)))]);
        _coast = await ScenarioStore.GeoPackageAsync(SmallCoast.Content());
        await _coast.Store.ApplyAsync(
            new StoreChange
            {
                Documents = [.. SmallCoast.Grid("fine-amount", amounts, new GeoTiffOptions(), false, null, []), .. SmallCoast.Grid("fine-code", codes, new GeoTiffOptions { Nodata = 0 }, true, null, [1, 2, 3])],
                Layers =
                [
                    // Of row 30, three quarters of column 10 and half of column 11; the second lies within the first.
                    SmallCoast.Layer("parks", GeometryKind.Polygon, [], [], "POLYGON ((550307.5 1061470, 550345 1061470, 550345 1061500, 550307.5 1061500, 550307.5 1061470))", "POLYGON ((550310 1061475, 550340 1061475, 550340 1061490, 550310 1061490, 550310 1061475))"),
                ],
            },
            Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _coast.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_mean_and_the_mode_of_finer_cells_are_those_of_gdalwarp_and_fractions_are_exact()
    {
        var themes = (await _coast.RunAsync(ScenarioText.Parse(Text))).Themes;
        Assert.Equal(await WarpedAsync("fine-amount", "average"), Inside(themes[0]), (a, b) => (float.IsNaN(a) && float.IsNaN(b)) || Math.Abs(a - b) < 1e-6);

        // gdalwarp takes any of codes that are as frequent; ours is the smaller.
        var (expected, modes) = (await WarpedAsync("fine-code", "mode"), Inside(themes[1]));
        var different = expected.Zip(modes).Where(p => !(float.IsNaN(p.First) && float.IsNaN(p.Second)) && p.First / 4 != p.Second).ToList();
        Assert.True(different.Count < expected.Length / 3, $"{different.Count} of {expected.Length}");
        Assert.All(different, p => Assert.True(p.Second < p.First / 4));

        Assert.Equal([0, 0.5f, 0], new[] { 9, 11, 12 }.Select(c => themes[2].Score[30, c]), (a, b) => Math.Abs(a - b) < 1e-5);
        Assert.Equal((float.NaN, "mostly"), (themes[2].Score[30, 10], themes[2].ReasonTable.Single(r => r.Code == themes[2].Reasons[30, 10]).Id));
    }

    [Theory]
    [InlineData("kind: categorical, resample: mode", "kind: categorical, resample: average", "layers.code.resample", "average would average codes")]
    [InlineData("kind: continuous, resample: average", "kind: continuous, resample: mode", "layers.amount.resample", "amounts are no codes")]
    [InlineData("expr: \"parks < 0.7\"", "mask: parks", "themes.covered.constraints[0].mask", "it is an amount from 0 to 1")]
    public void What_cannot_be_laid_so_is_refused_with_what_can(string right, string wrong, string path, string words)
    {
        var parse = ScenarioFile.Parse(Text.Replace(right, wrong, StringComparison.Ordinal), "laid.yaml");
        Assert.Contains(parse.Problems, p => p.Path == path && p.Message.En.Contains(words, StringComparison.Ordinal) && p.Hint is not null);
    }

    [Fact]
    public async Task Lines_cover_no_share_of_a_cell()
    {
        var problems = await ScenarioCheck.CheckAsync(ScenarioText.Parse(Text.Replace("parks: {kind", "parks: {id: canals, kind", StringComparison.Ordinal)), _coast.Store, Cancellation);
        Assert.Contains(problems, p => !p.IsWarning && p.Message.En.Contains("only polygons cover a share of a cell", StringComparison.Ordinal));
    }

    /// <summary>What gdalwarp makes of a grid on the scenario's cells, where there is a study area; of the cells themselves, not of the overviews beside them.</summary>
    private async Task<float[]> WarpedAsync(string grid, string rule)
    {
        var (source, target, frame) = (_folder.File($"{grid}.tif"), _folder.File($"{grid}.bin"), SmallCoast.Frame);
        await File.WriteAllBytesAsync(source, (await _coast.Store.FindDocumentAsync($"grids/{grid}.tif", Cancellation))!.Content.ToArray(), Cancellation);
        string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
        var (code, output) = Requirement.Run(
            "gdalwarp", "-q", "-ovr", "NONE", "-r", rule, "-ot", "Float32", "-of", "ENVI", "-srcnodata", grid == "fine-code" ? "0" : "nan", "-dstnodata", "nan", "-tr", "30", "30",
            "-te", Number(frame.Extent.MinX), Number(frame.Extent.MinY), Number(frame.Extent.MaxX), Number(frame.Extent.MaxY), source, target);
        Assert.True(code == 0, output);
        return Inside(MemoryMarshal.Cast<byte, float>(await File.ReadAllBytesAsync(target, Cancellation)).ToArray());
    }

    private static float[] Inside(ThemeResult theme) => Inside(theme.Score.Cells.ToArray());

    // The two districts: all rows west of column 60, rows to 69 east of it as far as column 109.
    private static float[] Inside(float[] cells) => [.. cells.Where((_, i) => i % 120 < 60 || (i / 120 < 70 && i % 120 < 110))];
}
