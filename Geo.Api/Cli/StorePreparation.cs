using System.Text;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using Geo.Engine.Scenarios;

namespace Geo.Api.Cli;

/// <summary>
/// What a fresh store needs before it is of use: the bundled layers when it is empty, and a first run of each scenario that it holds
/// and that has none. A store with layers of its own is served as it is.
/// </summary>
internal sealed class StorePreparation(IFeatureStore store, GeoOptions options)
{
    private static readonly BilingualText Loading = new("Nạp các lớp dữ liệu đi kèm", "Loading the bundled layers");

    /// <summary>Fills the store as far as needed; true when it changed anything. Each step is whole or not at all.</summary>
    public async Task<bool> PrepareAsync(IProgress<StepProgress> progress, CancellationToken cancellation)
    {
        var filled = await FillAsync(progress, cancellation);
        var waiting = await ScenariosWithoutRunAsync(cancellation);
        for (var i = 0; i < waiting.Count; i++)
            await RunAsync(waiting[i], new Share(progress, i, waiting.Count), cancellation);
        return filled || waiting.Count > 0;
    }

    /// <summary>Loads the bundled layers into a store that has neither layers nor scenarios.</summary>
    public async Task<bool> FillAsync(IProgress<StepProgress> progress, CancellationToken cancellation)
    {
        var layers = await store.ListLayersAsync(cancellation);
        var scenarios = await store.ListDocumentsAsync("scenarios/", cancellation);
        if (layers.Count > 0 || scenarios.Count > 0)
            return false;
        progress.Report(new StepProgress(Loading, 0));
        var bundle = await BundledLayers.ReadAsync(options.DataFolder, cancellation);
        if (bundle.Change is null)
            throw new UserErrorException($"The bundled data cannot be loaded. {string.Join(' ', bundle.Problems)}");
        await store.ApplyAsync(bundle.Change, cancellation);
        return true;
    }

    private async Task<IReadOnlyList<string>> ScenariosWithoutRunAsync(CancellationToken cancellation)
    {
        var scenarios = await store.ListDocumentsAsync("scenarios/", cancellation);
        var runs = (await store.ListDocumentsAsync("runs/", cancellation)).ToHashSet(StringComparer.Ordinal);
        return [.. scenarios.Where(name => !runs.Contains($"runs/{Path.GetFileNameWithoutExtension(name)}/run.json"))];
    }

    private async Task RunAsync(string documentName, IProgress<StepProgress> progress, CancellationToken cancellation)
    {
        var document = await store.FindDocumentAsync(documentName, cancellation);
        var scenario = await ScenarioSource.ParseAsync(document!, store, cancellation); // listed a moment ago
        var runner = new ScenarioRunner(store, RunOptions.Of(options, TimeProvider.System));
        var result = await runner.RunAsync(scenario, progress, cancellation);
        await store.ApplyAsync(ScenarioPublication.ToStoreChange(result), cancellation);
    }

    /// <summary>The part of one scenario in the whole.</summary>
    private sealed class Share(IProgress<StepProgress> whole, int index, int count) : IProgress<StepProgress>
    {
        public void Report(StepProgress value) => whole.Report(value with { Fraction = (index + value.Fraction) / count });
    }
}
