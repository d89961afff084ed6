using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Geo.Api.Http;
using Geo.Api.Processes;
using Geo.Api.Tiles;
using Geo.Engine.Features;
using Geo.Engine.Scenarios;
using Geo.Engine.Stores;

namespace Geo.Api.Cli;

/// <summary>A process without a server: what the commands that stand for one have in common.</summary>
internal static class ProcessCommand
{
    /// <summary>Executes a process on the store that a command line names; what it publishes is kept there.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="create">Makes the process.</param>
    /// <param name="give">The inputs; the store is open and filled.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="UserErrorException">The inputs make no sense, or what is asked for cannot be done.</exception>
    public static async Task<ProcessResult> ExecuteAsync(
        ParseResult line, Func<IFeatureStore, GridCatalog, RunSettings, Process> create, Func<IFeatureStore, Task<JsonObject>> give, CancellationToken cancellation)
    {
        var options = CommonOptions.Read(line);
        await using var store = FeatureStores.Create(StoreAddress.Parse(options.Store));
        await store.OpenAsync(cancellation);
        var process = create(store, new GridCatalog(store, options), new RunSettings(options.Threads, ProgramVersion.Text, TimeProvider.System));
        return await ConsoleSteps.ShowAsync(async steps =>
        {
            await new StorePreparation(store, options).FillAsync(steps, cancellation);
            var result = await RunAsync(process, await give(store), steps, cancellation);
            if (result.Change is { Layers.Count: > 0 } or { Documents.Count: > 0 })
                await store.ApplyAsync(result.Change with { Author = CommandAuthor.Of(process.Action) }, cancellation);
            return result;
        });
    }

    /// <summary>A GeoJSON file, or the id of a layer, as an input.</summary>
    /// <exception cref="UserErrorException">The file is no JSON.</exception>
    public static async Task<JsonNode> FeaturesAsync(string fileOrLayer, CancellationToken cancellation)
    {
        if (!File.Exists(fileOrLayer))
            return fileOrLayer;
        try
        {
            return JsonNode.Parse(await File.ReadAllTextAsync(fileOrLayer, cancellation))!;
        }
        catch (JsonException fault)
        {
            throw new UserErrorException($"The file '{fileOrLayer}' is no GeoJSON: {fault.Message}");
        }
    }

    /// <summary>A JSON document among the outputs.</summary>
    public static JsonObject DocumentOf(ProcessResult result, string output) =>
        JsonNode.Parse(result.Outputs.Single(o => o.Name == output).Bytes.Span)!.AsObject(); // written a moment ago

    /// <summary>Writes all outputs into a folder, each under its name.</summary>
    public static async Task WriteAsync(DirectoryInfo folder, ProcessResult result, CancellationToken cancellation)
    {
        folder.Create();
        foreach (var output in result.Outputs)
        {
            var ending = output.MediaType switch { "application/geo+json" => "geojson", "application/json" => "json", _ => "tif" };
            await WholeFile.WriteAsync(Path.Combine(folder.FullName, $"{output.Name}.{ending}"), s => s.WriteAsync(output.Bytes, cancellation).AsTask());
        }
        Console.WriteLine($"files in {folder.FullName}");
    }

    private static async Task<ProcessResult> RunAsync(Process process, JsonObject given, IProgress<StepProgress> steps, CancellationToken cancellation)
    {
        var language = CultureInfo.CurrentUICulture.Name;
        var faults = new List<ParameterFault>();
        var inputs = ProcessInputs.Complete(process.Description.Inputs, given, faults);
        if (faults.Count == 0)
            faults.AddRange(await process.JudgeAsync(inputs, cancellation));
        if (faults.Count > 0)
            throw new UserErrorException(string.Join('\n', faults.Select(f => f.Told.For(language))));
        try
        {
            return await process.RunAsync(new ProcessWork(inputs, language, steps), cancellation);
        }
        catch (ProcessFailedException failed)
        {
            throw new UserErrorException(failed.Reason.For(language));
        }
    }
}
