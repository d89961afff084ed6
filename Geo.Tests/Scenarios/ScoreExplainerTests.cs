using CsCheck;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Scenarios;
using Geo.Engine.Suitability;

namespace Geo.Tests.Scenarios;

public sealed class ScoreExplainerTests : IAsyncLifetime
{
    private static readonly Scenario Small = ScenarioText.Parse(ScenarioText.Right);
    private ScenarioStore _coast = null!; // set before each test
    private ScoreExplainer _explainer = null!; // set before each test

    public async ValueTask InitializeAsync()
    {
        _coast = await ScenarioStore.GeoPackageAsync(SmallCoast.Content());
        _explainer = new ScoreExplainer(_coast.Store, new RunSettings(2, "0.1.0", TimeProvider.System));
    }

    public async ValueTask DisposeAsync() => await _coast.DisposeAsync();

    [Fact]
    public async Task Every_explanation_is_exactly_the_score_class_and_reason_of_the_run()
    {
        var result = await _coast.RunAsync(Small);
        var theme = result.Themes[0];
        for (var row = 0; row < 80; row += 13)
            for (var column = 0; column < 120; column++)
            {
                var why = (await ExplainAsync(row, column))!;
                Assert.Equal((row, column, result.RunId), (why.Row, why.Column, why.RunId));
                Assert.Equal(theme.Score[row, column], why.Score is { } score ? (float)score : float.NaN);
                Assert.Equal(theme.Classes[row, column], (byte)why.Class);
                Assert.Equal(theme.Reasons[row, column], why.Reason?.Code ?? 0);
                if (why.Score is not null)
                    Assert.Equal(theme.Score[row, column], (float)why.Criteria.Sum(c => c.Contribution ?? 0), 1e-7f);
            }
    }

    [Fact]
    public async Task A_criterion_says_value_unit_degree_weight_and_category()
    {
        var why = (await ExplainAsync(30, 10))!;
        Assert.Equal(["canal", "road", "cover"], why.Criteria.Select(c => c.Id));
        Assert.Equal((690.0, "m"), (why.Criteria[0].Value, why.Criteria[0].Unit));
        Assert.Equal(810 / 1410.0, why.Criteria[0].Membership!.Value, 1e-7);
        Assert.Equal([0.5, 1 / 6.0, 1 / 3.0], why.Criteria.Select(c => Math.Round(c.Weight, 15)), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal(("mã 1", 1.0), (why.Criteria[2].Category?.Vi, why.Criteria[2].Value));
        Assert.All(why.Criteria, c => Assert.True(c.IsStartingValue));
        Assert.StartsWith("Demonstration inputs", why.Caution?.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_lifts_a_cell_is_named_for_each_criterion_and_the_value_it_needs_does_lift_it()
    {
        // Row 30, column 10: canal 690 m, half the weight, 0.5745; pond 1; S2 at 0.6 holds already, S1 at 0.8 is next.
        var why = (await ExplainAsync(30, 10))!;
        var lift = why.Criteria[0].Lift!;
        var needed = why.Criteria[0].Membership!.Value + ((0.8 - why.Score!.Value) / 0.5);
        Assert.Equal((SuitabilityClass.S2, SuitabilityClass.S1), (why.Class, lift.Class));
        Assert.Equal(needed, lift.Membership, 1e-6);
        Assert.Equal(1500 - (needed * 1410), lift.Value!.Value, 0.01);
        Assert.Null(why.Criteria[2].Lift); // a pond is the best land already
    }

    [Fact]
    public async Task A_score_says_under_how_many_weightings_its_class_holds()
    {
        var why = (await ExplainAsync(30, 10))!;
        var degrees = why.Criteria.Select(c => c.Membership!.Value).ToArray();
        Assert.Equal(Geo.Engine.Suitability.Sensitivity.WeightIgnorance.ShareReaching(degrees, 0.6), why.Confidence!.Value, 1e-6);
        Assert.Null((await ExplainAsync(60, 17))!.Confidence);
    }

    [Fact]
    public async Task The_layer_whose_error_matters_most_is_named()
    {
        var yaml = ScenarioText.With("layer: d_canal", "layer: d_canal\n        error_sd: 141").Replace("layer: d_road", "layer: d_road\n        error_sd: 1", StringComparison.Ordinal);
        var (longitude, latitude) = Projection.Between(SmallCoast.Frame.System, CoordinateSystems.Crs84).Transform(550_000 + (10.5 * 30), 1_062_400 - (30.5 * 30));
        var why = (await _explainer.ExplainAsync(ScenarioText.Parse(yaml), "aquaculture", longitude, latitude, TestContext.Current.CancellationToken))!;
        // 141 m of 1410 are a tenth of the membership, at half the weight.
        Assert.Equal(0.05, why.Criteria[0].ErrorEffect!.Value, 1e-6);
        Assert.Equal(("canal", (double?)null), (why.MostUncertain, why.Criteria[2].ErrorEffect));
    }

    [Fact]
    public async Task Where_land_cover_is_missing_the_other_weights_are_scaled_up()
    {
        var why = (await ExplainAsync(30, 100))!;
        Assert.Equal((null, null, 0.0), (why.Criteria[2].Value, why.Criteria[2].Membership, why.Criteria[2].Weight));
        Assert.Equal(0.75, why.Criteria[0].Weight, 1e-12);
    }

    [Fact]
    public async Task A_removed_cell_names_the_law_behind_it()
    {
        var why = (await ExplainAsync(60, 17))!;
        Assert.Equal(("forest", "Luật Lâm nghiệp"), (why.Reason?.Id, why.Reason?.LegalSource?.Vi));
        Assert.Equal((null, SuitabilityClass.None, true), (why.Score, why.Class, why.IsInside));
        Assert.Equal(3, why.Criteria.Count);
    }

    [Fact]
    public async Task Outside_the_study_area_there_is_nothing_to_explain_and_outside_the_grid_nothing_at_all()
    {
        var why = (await ExplainAsync(40, 115))!;
        Assert.Equal((false, "outside", 0), (why.IsInside, why.Reason?.Id, why.Criteria.Count));
        Assert.Null(await ExplainAsync(-1, 10));
        Assert.Null(await _explainer.ExplainAsync(Small, "wind", 105.95, 9.6, TestContext.Current.CancellationToken));
        Assert.Null(await _explainer.ExplainAsync(Small, "aquaculture", 0, 0, TestContext.Current.CancellationToken));
        Assert.Null(await _explainer.ExplainAsync(Small, "aquaculture", double.NaN, 9.6, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_changed_layer_changes_the_answer()
    {
        var before = (await ExplainAsync(30, 10))!;
        await _coast.Store.ApplyAsync(
            new StoreChange { Layers = [SmallCoast.Layer("roads", GeometryKind.LineString, [], [], "", "LINESTRING (549000 1061485, 554500 1061485)")] }, TestContext.Current.CancellationToken);
        var after = (await ExplainAsync(30, 10))!;
        Assert.Equal((600.0, 0.0), (before.Criteria[1].Value, after.Criteria[1].Value));
        Assert.NotEqual(before.RunId, after.RunId);
    }

    [Fact]
    public async Task What_cannot_be_run_cannot_be_explained_and_a_later_question_is_answered()
    {
        var scenario = ScenarioText.Parse(ScenarioText.With("roads: {kind", "roads: {id: lanes, kind"));
        var cancel = TestContext.Current.CancellationToken;
        var (x, y) = Position(30, 10);
        await Assert.ThrowsAsync<ScenarioFailedException>(() => _explainer.ExplainAsync(scenario, "aquaculture", x, y, cancel));
        await _coast.Store.ApplyAsync(new StoreChange { Layers = [SmallCoast.Layer("lanes", GeometryKind.LineString, [], [], "", "LINESTRING (549000 1060885, 554500 1060885)")] }, cancel);
        Assert.Equal(600, (await _explainer.ExplainAsync(scenario, "aquaculture", x, y, cancel))!.Criteria[1].Value);
    }

    private Task<ScoreExplanation?> ExplainAsync(int row, int column)
    {
        var (x, y) = Position(row, column);
        return _explainer.ExplainAsync(Small, "aquaculture", x, y, TestContext.Current.CancellationToken);
    }

    private static (double, double) Position(int row, int column)
    {
        var (x, y) = SmallCoast.Frame.Centre(row, column);
        return Projection.Between(SmallCoast.Frame.System, CoordinateSystems.Crs84).Transform(x, y);
    }
}
