using System.Text.Json;
using Geo.Engine.Radio.Calibration;
using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Whether masts, ground and numbers of radio measures over known ground go together; what asks for the same masts over the same ground is looked at once.</summary>
internal static class RadioCheck
{
    /// <summary>One problem for each fault, at the place of the first measure that has it.</summary>
    public static IEnumerable<ScenarioProblem> Problems(Scenario scenario, ScenarioInputs inputs)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, coverage) in Coverages(scenario).Where(c => IsRead(c.Measure, inputs) && seen.Add(KeyOf(c.Measure))))
        {
            var ground = coverage.Radio.Ground;
            if (Refusal(coverage.Radio, inputs) is { } refused)
                yield return new(path, refused);
            else if (ground is not null)
                foreach (var problem in new RadioNetwork(coverage, ground, inputs, StudyFrame.Of(scenario), 1, CancellationToken.None).Problems)
                    yield return new(path, problem);
        }
    }

    /// <summary>The radio measures of a scenario with the places that ask for them.</summary>
    public static IEnumerable<(string Path, Measure.Coverage Measure)> Coverages(Scenario scenario) =>
        from asked in scenario.Themes.SelectMany(Measures)
        from coverage in (asked.Measure?.All() ?? []).OfType<Measure.Coverage>()
        select (asked.Path, coverage);

    private static BilingualText? Refusal(RadioSettings radio, ScenarioInputs inputs)
    {
        if (radio.Calibration is not { } id)
            return null;
        var metres = radio.Ground is null ? null : radio.Ground.LandCover is null ? new Dictionary<int, double>() : radio.Ground.ClutterMetres;
        return inputs.Calibrations[id].Refusal(radio.Ground is null ? MeasuredNetwork.Model : MeasuredGround.Model, metres);
    }

    /// <summary>The same for all quantities of the same masts over the same ground.</summary>
    public static string KeyOf(Measure.Coverage measure) =>
        JsonSerializer.Serialize<Measure>(measure with { Quantity = default }, ScenarioJson.Default.Measure);

    private static IEnumerable<(string Path, Measure? Measure)> Measures(Theme theme) => theme.Criteria
        .Select((c, i) => ($"themes.{theme.Id}.criteria[{i}].layer", (Measure?)c.Measure))
        .Concat(theme.Constraints.Select((c, i) => ($"themes.{theme.Id}.constraints[{i}].expr", (c.Rule as ConstraintRule.Unless)?.Measure)));

    // missing layers and columns have been named already
    private static bool IsRead(Measure.Coverage measure, ScenarioInputs inputs) =>
        Sources.Read(measure).All(id => inputs.Layers.ContainsKey(id) || inputs.Grids.ContainsKey(id))
        && (measure.Radio.Calibration is not { } calibration || (inputs.Calibrations.TryGetValue(calibration, out var stored) && inputs.Grids.ContainsKey(stored.Document.Clutter)))
        && Masts.ColumnsOverGround.All(c => inputs.Layers[measure.Masts.LayerId].Column(c) >= 0);
}
