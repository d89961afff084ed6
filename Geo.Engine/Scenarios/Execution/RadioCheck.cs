using System.Text.Json;
using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Whether masts, ground and numbers of radio measures over known ground go together; what asks for the same masts over the same ground is looked at once.</summary>
internal static class RadioCheck
{
    /// <summary>One problem for each fault, at the place of the first measure that has it.</summary>
    public static IEnumerable<ScenarioProblem> Problems(Scenario scenario, ScenarioInputs inputs)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, measure) in scenario.Themes.SelectMany(Measures).SelectMany(m => (m.Measure?.All() ?? []).Select(part => (m.Path, Measure: part))))
            if (measure is Measure.Coverage { Radio.Ground: { } ground } coverage && IsRead(coverage, inputs) && seen.Add(KeyOf(coverage)))
                foreach (var problem in new RadioNetwork(coverage, ground, inputs, StudyFrame.Of(scenario), 1, CancellationToken.None).Problems)
                    yield return new(path, problem);
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
        && Masts.ColumnsOverGround.All(c => inputs.Layers[measure.Masts.LayerId].Column(c) >= 0);
}
