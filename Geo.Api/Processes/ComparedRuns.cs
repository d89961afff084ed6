using System.Text.Json;
using Geo.Api.Http;
using Geo.Api.Jobs;
using Geo.Api.Scenarios;
using Geo.Engine.Features;
using Geo.Engine.Grids;
using Geo.Engine.Jobs;
using Geo.Engine.Scenarios;

namespace Geo.Api.Processes;

/// <summary>Finds the runs to be compared: scenarios, which are run now, or the results of jobs that have run one before.</summary>
internal sealed class ComparedRuns(IFeatureStore store, IJobLedger ledger, ScenarioShelf shelf, RunSettings settings)
{
    private const string JobPrefix = "job:";
    private readonly ScenarioInput _scenarios = new(shelf);

    /// <summary>What is wrong with an input; null when nothing is.</summary>
    public async Task<ParameterFault?> JudgeAsync(string input, JsonElement value, string? theme, CancellationToken cancellation)
    {
        if (JobOf(value) is { } jobId)
            return await IsRunAsync(jobId, cancellation) ? null : NoRun(input, jobId);
        var (scenario, fault) = await _scenarios.FindAsync(input, value, cancellation);
        return scenario is null ? fault : ScenarioInput.ThemeOf(scenario, theme).Fault;
    }

    /// <summary>The run of an input that was judged.</summary>
    public async Task<ComparedRun> FindAsync(string input, JsonElement value, string? theme, IProgress<StepProgress> progress, CancellationToken cancellation)
    {
        if (JobOf(value) is { } jobId)
            return await OfJobAsync(jobId, theme, cancellation);
        var scenario = await _scenarios.ReadAsync(input, value, cancellation);
        var result = await ScenarioExecution.RunAsync(scenario, store, settings, progress, cancellation);
        var found = result.Themes.FirstOrDefault(t => theme is null || t.Theme.Id == theme) ?? result.Themes[0];
        return new ComparedRun(scenario.Id, result.RunId, scenario.StudyArea.DistrictLayer, new ScenarioSurface(found.Score, found.Classes), FrozenJudgement.Of(found.Theme));
    }

    private static string? JobOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { } text && text.StartsWith(JobPrefix, StringComparison.Ordinal) ? text[JobPrefix.Length..] : null;

    private async Task<bool> IsRunAsync(string jobId, CancellationToken cancellation) =>
        await ledger.FindJobAsync(jobId, cancellation) is { State: JobState.Successful, ProcessId: RunScenarioProcess.Id } job
        && new[] { RunScenarioProcess.Manifest, RunScenarioProcess.Suitability, RunScenarioProcess.Classes }.All(o => StatusDocument.OutcomeOf(job)!.Outputs.Any(k => k.Name == o)); // it was successful

    private async Task<ComparedRun> OfJobAsync(string jobId, string? theme, CancellationToken cancellation)
    {
        using var manifest = JsonDocument.Parse(await BytesAsync(jobId, RunScenarioProcess.Manifest, cancellation));
        using var score = new MemoryStream(await BytesAsync(jobId, RunScenarioProcess.Suitability, cancellation));
        using var classes = new MemoryStream(await BytesAsync(jobId, RunScenarioProcess.Classes, cancellation));
        var surface = new ScenarioSurface(GeoTiffFile.Read<float>(score, settings.Threads, cancellation), GeoTiffFile.Read<byte>(classes, settings.Threads, cancellation));
        var districts = manifest.RootElement.GetProperty("scenario").GetProperty("studyArea").GetProperty("districtLayer").GetString() ?? "";
        return new ComparedRun(JobPrefix + jobId, manifest.RootElement.GetProperty("runId").GetString() ?? "", districts, surface, FrozenJudgement.Of(manifest.RootElement, theme));
    }

    private async Task<byte[]> BytesAsync(string jobId, string output, CancellationToken cancellation)
    {
        var document = await store.FindDocumentAsync(Job.DocumentName(jobId, output), cancellation)
            ?? throw new ProcessFailedException("no-such-job", NoRun("", jobId).Allowed);
        return document.Content.ToArray();
    }

    private static ParameterFault NoRun(string input, string jobId) => new(
        $"inputs.{input}",
        JobPrefix + jobId,
        new("job: và mã một công việc run-scenario đã thành công, còn manifest, suitability và classes", "job: and the id of a successful job of run-scenario that has kept manifest, suitability and classes"));
}
