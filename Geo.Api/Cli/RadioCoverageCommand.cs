using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Geo.Api.Processes;
using Geo.Engine.Features;

namespace Geo.Api.Cli;

/// <summary><c>radio coverage SITES</c>: what a network reaches; the process <c>coverage</c> without a server.</summary>
internal static class RadioCoverageCommand
{
    private static readonly Argument<string> Sites = new("sites") { Description = "A GeoJSON file of points, or the id of a layer: height_m, band (rma: frequency_mhz), eirp_re_dbm" };
    private static readonly Option<double[]> Area = new("--area") { Description = "West, south, east, north in degrees; without it the box of --units", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string?> Population = new("--population") { Description = "The grid of persons in each cell" };
    private static readonly Option<string?> Units = new("--units") { Description = "Administrative units, former districts or new communes: a GeoJSON file or the id of a layer" };
    private static readonly Option<double?> Cell = new("--cell") { Description = "Side of a cell, metres (100)" };
    private static readonly Option<double?> Threshold = new("--threshold") { Description = "Least SS-RSRP that counts as covered, dBm (-105)" };
    private static readonly Option<double?> Receiver = new("--receiver") { Description = "Height of the receiver above ground, metres (1.5)" };
    private static readonly Option<double?> Reach = new("--reach") { Description = "Radius computed for each site, metres (p1812: 15000, rma: 5000)" };
    private static readonly Option<string?> Publish = new("--publish") { Description = "Keep the layers in the store for maps, under this name" };
    private static readonly Option<DirectoryInfo?> Output = new("--output") { Description = "Also write summary.json, uncovered.geojson and a GeoTIFF of each layer into this folder" };

    public static Command Build()
    {
        var coverage = new Command("coverage", "What a network reaches: signal, interference, rate, people by unit, zones of uncovered people and why") { Sites, Area, Population, Units, Cell, Threshold, Receiver, Reach, Publish, Output };
        GroundOptions.AddTo(coverage);
        coverage.Behind(CoverAsync);
        return coverage;
    }

    private static async Task<int> CoverAsync(ParseResult line, CancellationToken cancellation)
    {
        var result = await ProcessCommand.ExecuteAsync(line, (store, grids, settings) => new CoverageProcess(store, grids, settings), store => GivenAsync(line, store, cancellation), cancellation);
        Print(ProcessCommand.DocumentOf(result, "summary"));
        if (line.GetValue(Output) is { } folder)
            await ProcessCommand.WriteAsync(folder, result, cancellation);
        return CommandDoor.Success;
    }

    private static async Task<JsonObject> GivenAsync(ParseResult line, IFeatureStore store, CancellationToken cancellation)
    {
        var given = new JsonObject
        {
            [CoverageProcess.Sites] = await ProcessCommand.FeaturesAsync(line.GetRequiredValue(Sites), cancellation),
            [CoverageProcess.Area] = new JsonObject { ["bbox"] = new JsonArray([.. (await BoxAsync(line, store, cancellation)).Select(n => (JsonNode)n)]) },
        };
        if (line.GetValue(Population) is { } population)
            given[CoverageProcess.Population] = population;
        if (line.GetValue(Publish) is { } under)
            given[CoverageProcess.Publish] = under;
        if (line.GetValue(Units) is { } units)
            given[CoverageProcess.Units] = await ProcessCommand.FeaturesAsync(units, cancellation);
        foreach (var (name, value) in new (string, double?)[]
        {
            (CoverageProcess.Cell, line.GetValue(Cell)), (CoverageProcess.Threshold, line.GetValue(Threshold)),
            (CoverageProcess.ReceiverHeight, line.GetValue(Receiver)), (CoverageProcess.Reach, line.GetValue(Reach)),
        })
        {
            if (value is { } number)
                given[name] = number;
        }
        await GroundOptions.GiveAsync(line, given, cancellation);
        return given;
    }

    private static async Task<IReadOnlyList<double>> BoxAsync(ParseResult line, IFeatureStore store, CancellationToken cancellation)
    {
        if (line.GetValue(Area) is { Length: > 0 } area)
            return area.Length == 4 ? area : throw new UserErrorException($"--area: {area.Length} numbers; allowed are four: west, south, east, north.");
        return line.GetValue(Units) is { } units && await store.FindLayerAsync(units, cancellation) is { Extent: { } box }
            ? [box.MinX, box.MinY, box.MaxX, box.MaxY]
            : throw new UserErrorException("--area: required, unless --units names a layer of the store.");
    }

    private static void Print(JsonObject summary)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{summary["model"]}: {summary["sites"]} sites, threshold {summary["thresholdDbm"]} dBm"));
        if (summary["whole"] is not JsonObject whole)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"hectares {Number(summary, "areaHectares"):N0}: served {Number(summary, "servedHectares"):N0}, expected {Number(summary, "expectedHectares"):N0}"));
            return;
        }
        Print("whole", whole);
        foreach (var unit in summary["units"]!.AsArray())
            Print($"{unit!["name_vi"] ?? unit["unit_code"] ?? unit["id"]}", unit.AsObject());
        foreach (var reason in summary["reasons"]!.AsArray().Where(r => r!["cells"]!.GetValue<long>() > 0))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {reason![CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "vi" ? "vi" : "en"]}: {reason["cells"]} cells"));
    }

    private static void Print(string name, JsonObject counted)
    {
        Console.WriteLine(counted["people"] is null
            ? string.Create(CultureInfo.InvariantCulture, $"  {name}: {Number(counted, "hectares"):N0} ha, signal expected on {Number(counted, "signalHectaresExpected"):N0}, standard on {Number(counted, "standardHectaresExpected"):N0}")
            : string.Create(CultureInfo.InvariantCulture, $"  {name}: {Number(counted, "people"):N0} people, signal expected for {Number(counted, "signalPeopleExpected"):N0}, standard for {Number(counted, "standardPeopleExpected"):N0}, certain for {Number(counted, "standardPeopleCertain"):N0}"));
    }

    private static double Number(JsonObject counted, string name) => counted[name]!.GetValue<double>(); // the process writes them all
}
