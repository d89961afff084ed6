using System.CommandLine;
using System.Globalization;
using System.Text;
using Geo.Engine.Features;
using Geo.Engine.Scenarios;
using Geo.Engine.Stores;

namespace Geo.Api.Cli;

/// <summary><c>run SCENARIO</c>: runs a scenario file, or one the store holds, and publishes its results as one change.</summary>
internal static class RunCommand
{
    private static readonly Argument<string> ScenarioName = new("scenario") { Description = "A scenario file, or the id of a scenario in the store" };

    private static readonly Option<DirectoryInfo?> Output = new("--output") { Description = "Also write run.json, zones and grids into this folder" };

    public static Command Build()
    {
        var command = new Command("run", "Run a scenario and publish its zones, grids and manifest") { ScenarioName, Output };
        command.Behind(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult line, CancellationToken cancellation)
    {
        var options = CommonOptions.Read(line);
        await using var store = FeatureStores.Create(StoreAddress.Parse(options.Store));
        await store.OpenAsync(cancellation);
        var result = await ConsoleSteps.ShowAsync(async steps =>
        {
            await new StorePreparation(store, options).FillAsync(steps, cancellation);
            var document = await ScenarioSource.ReadAsync(line.GetRequiredValue(ScenarioName), store, cancellation);
            return await RunAsync(document, store, options, steps, cancellation);
        });
        Print(result.Manifest);
        if (line.GetValue(Output) is { } folder)
            await RunFiles.WriteAsync(folder, store, result, cancellation);
        return CommandDoor.Success;
    }

    private static async Task<ScenarioResult> RunAsync(
        StoredDocument document, IFeatureStore store, GeoOptions options, IProgress<StepProgress> steps, CancellationToken cancellation)
    {
        var scenario = await ScenarioSource.ParseAsync(document, store, cancellation);
        var runner = new ScenarioRunner(store, RunOptions.Of(options, TimeProvider.System));
        var result = await runner.RunAsync(scenario, steps, cancellation);
        var change = ScenarioPublication.ToStoreChange(result);
        var kept = document with { Name = $"scenarios/{scenario.Id}.yaml" };
        await store.ApplyAsync(change with { Documents = [.. change.Documents, kept], Author = CommandAuthor.Of("scenario.run") }, cancellation);
        return result;
    }

    private static void Print(RunManifest manifest)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"scenario {manifest.ScenarioId}, run {manifest.RunId}");
        foreach (var theme in manifest.Themes)
        {
            var classes = string.Join(", ", theme.ClassHectares.Select((h, i) => string.Create(CultureInfo.InvariantCulture, $"{ClassName(i)} {h:N0}")));
            text.AppendLine(CultureInfo.InvariantCulture, $"  {theme.Id}: {theme.Zones} zones; hectares {classes}; excluded {theme.ExcludedHectares:N0}");
        }
        foreach (var warning in manifest.Warnings)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {warning}");
        if (manifest.Caution is { } caution)
            text.AppendLine(CultureInfo.InvariantCulture, $"  {caution.For(CultureInfo.CurrentUICulture.Name)}");
        text.Append(CultureInfo.InvariantCulture, $"result hash {manifest.ResultHash}");
        Console.WriteLine(text);
    }

    private static string ClassName(int index) => index < 3 ? $"S{(index + 1).ToString(CultureInfo.InvariantCulture)}" : "N";
}
