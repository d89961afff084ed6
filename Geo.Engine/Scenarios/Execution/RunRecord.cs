using Geo.Engine.Features;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Writes down what a run was and what came of it.</summary>
internal sealed class RunRecord(Scenario scenario, ScenarioInputs inputs, string engineVersion)
{
    private const int RunIdDigits = 16;

    /// <summary>Derived from what goes in, never from time: the first digits of the hash of scenario, layers and engine version.</summary>
    public string RunId { get; } =
        RunHash.OfText(string.Join('\n', inputs.Manifest.Select(i => $"{i.Id} {i.Sha256}").Prepend(RunDocuments.Hash(scenario)).Append(engineVersion)))[..RunIdDigits];

    /// <summary>The worst status of the inputs.</summary>
    public LayerStatus WorstStatus => inputs.Manifest.Max(i => i.Provenance.Status);

    /// <summary>The inputs that are not surveyed, worst first, in words; null when all are.</summary>
    public BilingualText? Caution
    {
        get
        {
            var doubtful = inputs.Manifest
                .Where(i => i.Provenance.Status > LayerStatus.Surveyed)
                .OrderByDescending(i => i.Provenance.Status).ThenBy(i => i.Id, StringComparer.Ordinal)
                .ToList();
            return doubtful.Count == 0 ? null : new BilingualText($"Dữ liệu minh họa: {Listed(doubtful, "vi")}", $"Demonstration inputs: {Listed(doubtful, "en")}");
        }
    }

    /// <summary>The manifest of what came of it.</summary>
    public RunManifest Manifest(IReadOnlyList<ThemeResult> themes, IReadOnlyList<ScenarioProblem> warnings, RunEnvironment environment)
    {
        var outputs = themes.SelectMany(RunHash.Outputs).ToList();
        return new RunManifest
        {
            ScenarioId = scenario.Id,
            RunId = RunId,
            ResultHash = RunHash.Of(outputs),
            ScenarioHash = RunDocuments.Hash(scenario),
            EngineVersion = engineVersion,
            Scenario = scenario with { Themes = [.. themes.Select(t => t.Theme)] },
            Inputs = inputs.Manifest,
            WorstStatus = WorstStatus,
            Caution = Caution,
            Warnings = warnings,
            Themes = [.. themes.Select(Theme)],
            Outputs = outputs,
            Environment = environment,
        };
    }

    private static string Listed(IEnumerable<InputLayer> layers, string language) =>
        string.Join(", ", layers.Select(l => $"{l.Id} ({StatusText.Of(l.Provenance.Status).For(language)})"));

    private static RunTheme Theme(ThemeResult result)
    {
        var weights = result.Theme.Weighting.Resolve();
        return new RunTheme(
            result.Theme.Id,
            result.Zones.Count,
            [.. Enumerable.Range(0, 4).Select(c => result.Districts.Sum(d => d.ClassHectares[c]))],
            result.Districts.Sum(d => d.ExcludedHectares),
            result.Districts.Sum(d => d.NoDataHectares),
            result.ReasonTable,
            [.. result.Theme.Criteria.Select((c, i) => new RunWeight(c.Id, weights[i].Raw, weights[i].Used))],
            result.Weighting,
            result.Uncertainty?.Report,
            result.Rankings);
    }
}
