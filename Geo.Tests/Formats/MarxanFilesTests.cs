using Geo.Engine.Features;
using Geo.Engine.Formats.Studies;
using Geo.Engine.Geodesy;
using Geo.Engine.Scenarios;
using Geo.Tests.Fixtures;
using Geo.Tests.Scenarios;

namespace Geo.Tests.Formats;

public sealed class MarxanFilesTests : IDisposable
{
    private const string Units = "id,cost,status,xloc\n1,10,0,5\n2,2.5,2,6\n3,7,3,7\n";
    private const string Features = "id\tprop\tspf\tname\n10\t0.3\t1\tmangrove\n11\t0\t2\tmud flat\n";
    private const string Amounts = "\"species\",\"pu\",\"amount\"\n10,1,4.5\n11,3,2\n";

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Units_features_and_amounts_are_read_whatever_parts_their_fields()
    {
        var reading = await ReadAsync(("pu.dat", Units), ("spec.dat", Features), ("puvspr2.dat", Amounts));
        Assert.Empty(reading.Problems.Select(p => p.Text.En));
        Assert.Equal([(1, 10, 0), (2, 2.5, 2), (3, 7, 3)], reading.Study!.Units.Select(u => (u.Id, u.Cost, u.Status)));
        Assert.Equal([(10, "mangrove"), (11, "mud flat")], reading.Study.Features.Select(f => (f.Id, f.Name)));
        Assert.Equal((4.5, 2), (reading.Study.Amounts[(1, 10)], reading.Study.Amounts[(3, 11)]));
    }

    [Fact]
    public async Task The_horizontal_form_of_amounts_says_the_same_as_the_vertical()
    {
        var vertical = await ReadAsync(("pu.dat", Units), ("spec.dat", Features), ("puvspr.dat", Amounts));
        var horizontal = await ReadAsync(("pu.dat", Units), ("spec.dat", Features), ("puvspr.dat", "pu,10,11\n1,4.5,0\n2,0,0\n3,0,2\n"));
        Assert.Equal(vertical.Study!.Amounts.OrderBy(a => a.Key), horizontal.Study!.Amounts.Where(a => a.Value > 0).OrderBy(a => a.Key));
    }

    [Fact]
    public async Task What_has_no_counterpart_is_told_by_name_in_both_languages()
    {
        var reading = await ReadAsync(("pu.dat", Units), ("spec.dat", Features), ("puvspr2.dat", Amounts), ("bound.dat", "id1 id2 boundary\n1 2 100\n2 3 50\n"), ("input.dat", "Input file for Annealing program.\n\nBLM 0.5\nNUMREPS 100\nPUNAME pu.dat\n"));
        string[] expected =
        [
            "pu.dat: column xloc has no counterpart", "status 2: 1 units must be chosen", "prop has no counterpart in a scenario: mangrove 0.3", "spf has no counterpart in a scenario: mangrove 1, mud flat 2",
            "bound.dat: 2 boundaries of units", "input.dat: BLM 0.5 has no counterpart", "input.dat: NUMREPS 100 has no counterpart", "input.dat: PUNAME pu.dat has no counterpart",
        ];
        foreach (var note in expected)
            Assert.Contains(reading.Notes, n => n.En.StartsWith(note, StringComparison.Ordinal) && n.Vi != n.En);
    }

    [Theory]
    [InlineData("id,cost,status\n1,10,4\n", "pu.dat, line 2: column status: found '4'; allowed is a number in 0..3")]
    [InlineData("id,cost,status\n1,10,1.5\n", "pu.dat, line 2: column status: found '1.5'; allowed is a whole number")]
    [InlineData("id,cost\n1,ten\n", "pu.dat, line 2: column cost: found 'ten'; allowed is a number")]
    [InlineData("id,cost\n1,10\n1,12\n", "pu.dat, line 3: unit 1 stands in line 2 already")]
    [InlineData("id,cost\n1\n", "pu.dat, line 2: found 1 fields; the first line has 2 columns")]
    [InlineData("name,colour\na,b\n", "pu.dat, line 1: columns: found 'name, colour'")]
    public async Task A_faulty_line_of_units_says_what_was_found_and_what_is_allowed(string units, string fault)
    {
        var reading = await ReadAsync(("pu.dat", units));
        Assert.Null(reading.Study);
        Assert.StartsWith(fault, reading.Problems[0].Text.En, StringComparison.Ordinal);
        Assert.Contains("dòng ", reading.Problems[0].Text.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_do_not_fit_one_another_are_refused()
    {
        var reading = await ReadAsync(("pu.dat", Units), ("spec.dat", Features), ("puvspr2.dat", Amounts + "12,1,1\n10,9,1\n10,1,3\n11,2,-1\n"));
        string[] expected = ["line 4: feature 12 is not in spec.dat", "line 5: unit 9 is not in the file of units", "line 6: the amount of feature 10 in unit 1 is given twice", "line 7: column amount: found '-1'; allowed is a number from 0"];
        foreach (var fault in expected)
            Assert.Contains(reading.Problems, p => p.Text.En.StartsWith("puvspr2.dat, " + fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_scenario_over_planning_units_leaves_out_those_that_are_locked_and_reads_their_cost()
    {
        await using var coast = await ScenarioStore.GeoPackageAsync(SmallCoast.Content());
        var districts = await coast.Store.FindLayerAsync("districts", Cancellation);
        var reading = await ReadAsync(("pu.dat", "id,cost,status\n941,20,3\n942,5,0\n"), ("spec.dat", "id,target\n7,100\n"), ("puvspr.dat", "species,pu,amount\n7,942,2.5\n"));
        var (joined, problems) = await MarxanLayer.JoinAsync(coast.Store, districts!, "unit_code", "units", reading.Study!, Cancellation);
        Assert.Empty(problems.Select(p => p.En));
        await coast.Store.ApplyAsync(new StoreChange { Layers = [joined!] }, Cancellation);
        var part = StudyYaml.Whole(["base: small", "id: units", .. StudyYaml.Scenario(reading.Study!, "units", "aquaculture", "pu.dat"), "    weights: {values: {marxan-cost: 2}}"], []);
        var parse = await ScenarioBase.ParseAsync(part, "units", (_, _) => Task.FromResult<string?>(ScenarioText.Right), Cancellation);
        Assert.Empty(parse.Problems.Where(p => !p.IsWarning).Select(p => p.ToString()));
        var theme = (await coast.RunAsync(parse.Scenario!)).Themes[0];
        var locked = theme.ReasonTable.Single(r => r.Id == "marxan-locked-out");

        // District 941 is the western half: columns 0 to 59.
        Assert.Equal((locked.Code, float.NaN), (theme.Reasons[40, 30], theme.Score[40, 30]));
        Assert.NotEqual(locked.Code, theme.Reasons[40, 90]);
        var (longitude, latitude) = Projection.Between(SmallCoast.Frame.System, CoordinateSystems.Crs84).Transform(SmallCoast.Frame.Centre(40, 90).X, SmallCoast.Frame.Centre(40, 90).Y);
        var why = await new ScoreExplainer(coast.Store, new RunSettings(1, "0.1.0", TimeProvider.System)).ExplainAsync(parse.Scenario!, "aquaculture", longitude, latitude, Cancellation);
        Assert.Equal((5, 1), (why!.Criteria[3].Value, why.Criteria[3].Membership));
        Assert.Equal([942L, 5.0, 0L, 2.5], (await coast.Store.FindFeatureAsync((await coast.Store.FindLayerAsync("units", Cancellation))!, 2, Cancellation))!.Values);
    }

    [Fact]
    public async Task Units_and_outlines_that_do_not_match_are_named()
    {
        await using var coast = await ScenarioStore.GeoPackageAsync(SmallCoast.Content());
        var districts = (await coast.Store.FindLayerAsync("districts", Cancellation))!;
        var study = (await ReadAsync(("pu.dat", "id,cost\n941,20\n7,5\n"))).Study!;
        Assert.Equal(
            ["feature 2 of the layer 'districts': unit_code = 942 is not in the file of units, or twice in the layer", "unit 7 (line 3) is not in the layer 'districts'"],
            (await MarxanLayer.JoinAsync(coast.Store, districts, "unit_code", "units", study, Cancellation)).Problems.Select(p => p.En));
        Assert.Contains("has no column 'puid'", Assert.Single((await MarxanLayer.JoinAsync(coast.Store, districts, "puid", "units", study, Cancellation)).Problems).En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_planning_units_there_is_nothing_to_import() =>
        Assert.Contains("there is no file of planning units", Assert.Single((await ReadAsync(("spec.dat", Features))).Problems).Text.En, StringComparison.Ordinal);

    private async Task<MarxanReading> ReadAsync(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
            await File.WriteAllTextAsync(_folder.File(name), text, Cancellation);
        return await MarxanFiles.ReadAsync([.. files.Select(f => _folder.File(f.Name))], Cancellation);
    }
}
