using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Geo.Api.Processes;
using Geo.Api.Siting;

namespace Geo.Api.Cli;

/// <summary><c>sites plan</c>: where to build 5G sites; the process <c>plan-sites</c> without a server.</summary>
internal static class SitesCommand
{
    private static readonly Argument<string> Candidates = new("candidates") { Description = "A GeoJSON file of points, or the id of a layer: site, height_m, frequency_mhz (p1812: band), eirp_re_dbm, cost" };
    private static readonly Option<string?> Standing = new("--standing") { Description = "Sites that stand: a GeoJSON file or the id of a layer" };
    private static readonly Option<double?> Budget = new("--budget") { Description = "Most that new sites may cost together" };
    private static readonly Option<double[]> Years = new("--year-budget") { Description = "Money of a year; once for each year, in turn" };
    private static readonly Option<int?> FirstYear = new("--first-year") { Description = "The year of the first budget (2026)" };
    private static readonly Option<double?> Share = new("--share") { Description = "Least share of the people served, 0 to 1" };
    private static readonly Option<string[]> Floors = new("--floor") { Description = "Least share in a district, CODE=SHARE; * for all others" };
    private static readonly Option<double?> Probability = new("--probability") { Description = "Probability of the threshold that a site needs to serve a cell (0.9)" };
    private static readonly Option<int?> Steps = new("--steps") { Description = "Points of the curve of cost and people (8); 0 leaves it out" };
    private static readonly Option<double?> Reach = new("--reach") { Description = "Radius computed for each site, metres (p1812: 15000, rma: 5000)" };
    private static readonly Option<bool> IsThorough = new("--thorough") { Description = "Search longer, for a smaller gap to the bound" };
    private static readonly Option<DirectoryInfo?> Output = new("--output") { Description = "Also write plan.json, sites.geojson, curve.json and uncovered.geojson into this folder" };

    public static Command Build()
    {
        var plan = new Command("plan", "Choose sites for a budget, for budgets of years, or for a share of the people") { Candidates, Standing, Budget, Years, FirstYear, Share, Floors, Probability, Steps, Reach, IsThorough, Output };
        GroundOptions.AddTo(plan);
        plan.Behind(PlanAsync);
        return new Command("sites", "Where to build 5G sites") { plan };
    }

    private static async Task<int> PlanAsync(ParseResult line, CancellationToken cancellation)
    {
        var result = await ProcessCommand.ExecuteAsync(line, (store, grids, settings) => new PlanSitesProcess(store, grids, settings), _ => GivenAsync(line, cancellation), cancellation);
        Print(ProcessCommand.DocumentOf(result, "plan"));
        if (line.GetValue(Output) is { } folder)
            await ProcessCommand.WriteAsync(folder, result, cancellation);
        return CommandDoor.Success;
    }

    private static async Task<JsonObject> GivenAsync(ParseResult line, CancellationToken cancellation)
    {
        var given = new JsonObject { [SitePlanInputs.Candidates] = await ProcessCommand.FeaturesAsync(line.GetRequiredValue(Candidates), cancellation), [SitePlanInputs.IsThorough] = line.GetValue(IsThorough) };
        if (line.GetValue(Standing) is { } standing)
            given[SitePlanInputs.Standing] = await ProcessCommand.FeaturesAsync(standing, cancellation);
        if (line.GetValue(Years) is { Length: > 0 } years)
            given[SitePlanInputs.Years] = new JsonArray([.. years.Select(y => (JsonNode)y)]);
        if (line.GetValue(Floors) is { Length: > 0 } floors)
            given[SitePlanInputs.Floors] = new JsonObject(floors.Select(Floor));
        foreach (var (name, value) in new (string, double?)[]
        {
            (SitePlanInputs.Budget, line.GetValue(Budget)), (SitePlanInputs.Share, line.GetValue(Share)), (SitePlanInputs.Probability, line.GetValue(Probability)),
            (SitePlanInputs.Steps, line.GetValue(Steps)), (SitePlanInputs.FirstYear, line.GetValue(FirstYear)), (SitePlanInputs.Reach, line.GetValue(Reach)),
        })
        {
            if (value is { } number)
                given[name] = number;
        }
        await GroundOptions.GiveAsync(line, given, cancellation);
        return given;
    }

    private static KeyValuePair<string, JsonNode?> Floor(string text) =>
        text.Split('=') is [var code, var share] && double.TryParse(share, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? KeyValuePair.Create(code, (JsonNode?)number)
            : throw new UserErrorException($"--floor {text}: allowed is CODE=SHARE, for example 943=0.9.");

    private static void Print(JsonObject plan)
    {
        double Number(string name) => plan[name]!.GetValue<double>(); // the process writes them all
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"people {Number("people"):N0}: served before {Number("peopleBefore"):N0}, with the plan {Number("peopleServed"):N0}, by all candidates {Number("peopleReachable"):N0}"));
        foreach (var year in plan["years"]!.AsArray())
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {year!["year"]}: {year["sites"]} sites, cost {year["cost"]!.GetValue<double>():N0}, people served {year["peopleServed"]!.GetValue<double>():N0}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{plan["model"]}: objective {Number("objective"):N0} {plan["unit"]}, bound {Number("bound"):N0}, gap {Number("gap"):P2}"));
        var interference = plan["interference"]!;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"with interference {interference["peopleServed"]!.GetValue<double>():N0}, after repair {interference["peopleServedAfterRepair"]!.GetValue<double>():N0}"));
    }
}
