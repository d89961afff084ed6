using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Scenarios;
using Geo.Engine.Suitability;

namespace Geo.Tests.Scenarios;

public sealed class ScenarioRunnerTests : IAsyncLifetime
{
    private static readonly Scenario Small = ScenarioText.Parse(ScenarioText.Right);
    private ScenarioStore _coast = null!; // set before each test

    public async ValueTask InitializeAsync() => _coast = await ScenarioStore.GeoPackageAsync(SmallCoast.Content());

    public async ValueTask DisposeAsync() => await _coast.DisposeAsync();

    [Fact]
    public async Task The_result_does_not_depend_on_the_number_of_threads()
    {
        var one = await _coast.RunAsync(Small, 1);
        foreach (var threads in new[] { 2, 5 })
        {
            var more = await _coast.RunAsync(Small, threads);
            Assert.Equal((one.ResultHash, one.RunId), (more.ResultHash, more.RunId));
        }
    }

    [Fact]
    public async Task Both_stores_give_the_same_result_and_the_same_run()
    {
        await using var database = await ScenarioStore.PostGisAsync(SmallCoast.Content());
        var (embedded, served) = (await _coast.RunAsync(Small), await database.RunAsync(Small));
        Assert.Equal((embedded.ResultHash, embedded.RunId), (served.ResultHash, served.RunId));
        Assert.Equal(embedded.Manifest.Inputs.Select(i => i.Sha256), served.Manifest.Inputs.Select(i => i.Sha256));
    }

    [Fact]
    public async Task A_score_is_the_weighted_sum_of_the_memberships_of_its_cell()
    {
        var theme = (await _coast.RunAsync(Small)).Themes[0];
        // Row 30, column 10: the canal fills column 33, 23 cells away: 690 m, membership (1500 - 690) / 1410. The road fills row 50, 20 cells away:
        // 600 m, 1 / (1 + (600 / 900)^3). Ponds: 1. Weights 3 : 1 : 2.
        var expected = ((3 * (810 / 1410.0)) + (1 / (1 + (8 / 27.0))) + 2) / 6;
        Assert.Equal(expected, theme.Score[30, 10], 1e-6);
        // Column 100 has no land cover: the other two weights are scaled up. The canal is 67 cells away, beyond 1500 m.
        Assert.Equal(1 / (1 + (8 / 27.0)) / 4, theme.Score[30, 100], 1e-6);
    }

    [Fact]
    public async Task A_canal_that_is_only_planned_does_not_count()
    {
        var theme = (await _coast.RunAsync(Small)).Themes[0];
        // Column 99 is next to the planned canal and 66 cells = 1980 m from the existing one.
        Assert.Equal((0.6 * 2 / 6) + (1 / (1 + (8 / 27.0)) / 6), theme.Score[30, 99], 1e-6);
    }

    [Fact]
    public async Task A_buffer_takes_away_exactly_the_cells_within_it()
    {
        var theme = (await _coast.RunAsync(Small)).Themes[0];
        // Forest: rows 60-63, columns 20-25. 100 m = 3.33 cells: three cells straight on, but not (3, 2) diagonally: 3.6 cells.
        Assert.Equal(1, theme.Reasons[60, 17]);
        Assert.NotEqual(1, theme.Reasons[60, 16]);
        Assert.Equal(1, theme.Reasons[58, 18]);
        Assert.NotEqual(1, theme.Reasons[58, 17]);
        Assert.Equal(float.NaN, theme.Score[60, 17]);
        var forest = theme.ReasonTable.Single(r => r.Id == "forest");
        // 4 x 6 cells of forest, three rows or columns on each side, and at each corner (1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (3, 1).
        Assert.Equal(24 + (2 * 3 * 6) + (2 * 3 * 4) + (4 * 6), forest.Cells);
        Assert.Equal("Luật Lâm nghiệp", forest.LegalSource?.Vi);
    }

    [Fact]
    public async Task Nothing_counts_outside_the_districts()
    {
        var theme = (await _coast.RunAsync(Small)).Themes[0];
        Assert.Equal(255, theme.Reasons[40, 115]);
        Assert.Equal(float.NaN, theme.Score[40, 115]);
        Assert.Equal(0, theme.Classes[40, 115]);
        Assert.Equal((80 * 60) + (70 * 50), theme.Reasons.Cells.Length - theme.ReasonTable.Single(r => r.Id == "outside").Cells);
    }

    [Fact]
    public async Task Zones_add_up_to_the_classes_of_their_district_and_districts_to_their_area()
    {
        var theme = (await _coast.RunAsync(Small)).Themes[0];
        Assert.NotEmpty(theme.Zones);
        foreach (var district in theme.Districts)
        {
            for (var c = 0; c < 3; c++)
                Assert.Equal(district.ClassHectares[c], theme.Zones.Where(z => z.UnitCode == district.UnitCode && (int)z.Zone.Class == c + 1).Sum(z => z.Zone.AreaHectares), 1e-8);
            Assert.Equal(district.Population!.Value, (district.UnitCode == "941" ? 80 * 60 : 70 * 50) * 0.09, 1e-2);
        }
        Assert.Equal(80 * 60 * 0.09, theme.Districts[0].AreaHectares, 0.2);
        Assert.Equal(70 * 50 * 0.09, theme.Districts[1].AreaHectares, 0.2);
        Assert.Equal(theme.Zones.OrderBy(z => z.Zone.Class).ThenBy(z => z.UnitCode).Select(z => z.Zone), theme.Zones.Select(z => z.Zone));
    }

    [Fact]
    public async Task An_outline_covers_the_cells_of_its_zone()
    {
        var theme = (await _coast.RunAsync(Small)).Themes[0];
        foreach (var zone in theme.Zones)
        {
            Assert.True(zone.Outline.IsValid);
            Assert.Equal(zone.Zone.AreaHectares, GroundArea.Hectares(zone.Outline, CoordinateSystems.Crs84), zone.Zone.AreaHectares * 1e-4);
        }
    }

    [Fact]
    public async Task Output_and_jobs_follow_the_table_and_districts_sum_their_zones()
    {
        var theme = (await _coast.RunAsync(Small)).Themes[0];
        var zone = theme.Zones.First(z => z.Zone.Class == SuitabilityClass.S2);
        // economy.yaml, brackish-shrimp: 0.60 x 3.856 t/ha x 119 million VND, and S2 counts 0.75
        Assert.Equal(zone.Zone.AreaHectares * 0.75 * 0.60 * 3.856 * 119 / 1000, zone.Yield!.Value.OutputBillionVnd.Expected, 1e-9);
        Assert.Equal(zone.Zone.AreaHectares * 0.75 * 0.45 * 0.6, zone.Yield.Value.Jobs.Low, 1e-9);
        Assert.Equal(theme.Zones.Sum(z => z.Yield!.Value.Jobs.High), theme.Districts.Sum(d => d.Yield!.Value.Jobs.High), 1e-9);
    }

    [Fact]
    public async Task Time_leaves_no_trace_in_the_run_but_a_layer_does()
    {
        var early = new ScenarioRunner(_coast.Store, new RunSettings(1, "0.1.0", new StoppedClock()));
        var first = await early.RunAsync(Small, null, TestContext.Current.CancellationToken);
        Assert.Equal(2020, first.Manifest.Environment.Started.Year);
        var second = await _coast.RunAsync(Small);
        Assert.Equal((first.RunId, first.ResultHash), (second.RunId, second.ResultHash));
        await _coast.Store.ApplyAsync(
            new StoreChange { Layers = [SmallCoast.Layer("roads", GeometryKind.LineString, [], [], "", "LINESTRING (549000 1061905, 554500 1061905)")] }, TestContext.Current.CancellationToken);
        var third = await _coast.RunAsync(Small);
        Assert.NotEqual(first.RunId, third.RunId);
        Assert.NotEqual(first.ResultHash, third.ResultHash);
    }

    [Fact]
    public async Task A_file_that_says_the_same_in_other_words_is_the_same_run()
    {
        var same = ScenarioText.Parse(ScenarioText.With("cell: 30,", "cell: 30.0,") + "\n# a remark\n");
        Assert.Equal((await _coast.RunAsync(Small)).RunId, (await _coast.RunAsync(same)).RunId);
        var other = ScenarioText.Parse(ScenarioText.With("S2: 0.6", "S2: 0.61"));
        Assert.NotEqual((await _coast.RunAsync(Small)).RunId, (await _coast.RunAsync(other)).RunId);
    }

    [Fact]
    public async Task The_manifest_names_the_worst_inputs()
    {
        var manifest = (await _coast.RunAsync(Small)).Manifest;
        Assert.Equal(LayerStatus.Synthetic, manifest.WorstStatus);
        Assert.StartsWith("Demonstration inputs: land-cover (synthetic)", manifest.Caution?.En, StringComparison.Ordinal);
        Assert.StartsWith("Dữ liệu minh họa: land-cover (giả lập)", manifest.Caution?.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_rises_from_nothing_to_one()
    {
        var steps = new List<StepProgress>();
        await new ScenarioRunner(_coast.Store, new RunSettings(1, "0.1.0", TimeProvider.System)).RunAsync(Small, new Reports(steps), TestContext.Current.CancellationToken);
        Assert.Equal(steps.OrderBy(s => s.Fraction), steps);
        Assert.Equal((0, 1), (steps[0].Fraction, steps[^1].Fraction));
    }

    [Fact]
    public async Task A_cancelled_run_ends_as_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var runner = new ScenarioRunner(_coast.Store, new RunSettings(1, "0.1.0", TimeProvider.System));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => runner.RunAsync(Small, new Cancelling(cancellation), cancellation.Token));
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }

    private sealed class Reports(List<StepProgress> steps) : IProgress<StepProgress>
    {
        public void Report(StepProgress value) => steps.Add(value);
    }

    private sealed class Cancelling(CancellationTokenSource source) : IProgress<StepProgress>
    {
        public void Report(StepProgress value)
        {
            if (value.Fraction > 0)
                source.Cancel();
        }
    }
}
