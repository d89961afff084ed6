using Geo.Engine.Features;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Writes down what a run was and what came of it.</summary>
internal static class RunRecord
{
    private const int RunIdDigits = 16;

    /// <summary>The manifest.</summary>
    public static RunManifest Of(
        Scenario scenario,
        ScenarioInputs inputs,
        IReadOnlyList<ThemeResult> themes,
        IReadOnlyList<ScenarioProblem> warnings,
        string engineVersion,
        RunEnvironment environment)
    {
        var outputs = themes.SelectMany(RunHash.Outputs).ToList();
        return new RunManifest
        {
            ScenarioId = scenario.Id,
            RunId = RunId(scenario, inputs, engineVersion),
            ResultHash = RunHash.Of(outputs),
            ScenarioHash = RunDocuments.Hash(scenario),
            EngineVersion = engineVersion,
            Scenario = scenario,
            Inputs = inputs.Manifest,
            WorstStatus = WorstStatus(inputs),
            Caution = Caution(inputs),
            Warnings = warnings,
            Themes = [.. themes.Select(Theme)],
            Outputs = outputs,
            Environment = environment,
        };
    }

    /// <summary>Derived from what goes in, never from time: the first digits of the hash of scenario, layers and engine version.</summary>
    public static string RunId(Scenario scenario, ScenarioInputs inputs, string engineVersion)
    {
        var lines = inputs.Manifest.Select(i => $"{i.Id} {i.Sha256}").Prepend(RunDocuments.Hash(scenario)).Append(engineVersion);
        return RunHash.OfText(string.Join('\n', lines))[..RunIdDigits];
    }

    /// <summary>The worst status of the inputs.</summary>
    public static LayerStatus WorstStatus(ScenarioInputs inputs) => inputs.Manifest.Max(i => i.Provenance.Status);

    /// <summary>The inputs that are not surveyed, worst first, in words; null when all are.</summary>
    public static BilingualText? Caution(ScenarioInputs inputs)
    {
        var doubtful = inputs.Manifest
            .Where(i => i.Provenance.Status > LayerStatus.Surveyed)
            .OrderByDescending(i => i.Provenance.Status).ThenBy(i => i.Id, StringComparer.Ordinal)
            .ToList();
        if (doubtful.Count == 0)
            return null;
        return new BilingualText(
            "Dữ liệu minh họa: " + string.Join(", ", doubtful.Select(i => $"{i.Id} ({StatusText.Of(i.Provenance.Status).Vi})")),
            "Demonstration inputs: " + string.Join(", ", doubtful.Select(i => $"{i.Id} ({StatusText.Of(i.Provenance.Status).En})")));
    }

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
            [.. result.Theme.Criteria.Select((c, i) => new RunWeight(c.Id, weights[i].Raw, weights[i].Used))]);
    }
}
