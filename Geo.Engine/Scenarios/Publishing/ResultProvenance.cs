using Geo.Engine.Features;

namespace Geo.Engine.Scenarios.Publishing;

/// <summary>What results say of their origin: they can be trusted no further than their worst input.</summary>
internal static class ResultProvenance
{
    /// <summary>The origin of all outputs of a run.</summary>
    public static LayerProvenance Of(RunManifest run) => new(
        $"Computed by scenario {run.ScenarioId}, run {run.RunId}, from {string.Join(", ", run.Inputs.Select(i => i.Id))}",
        Joined(run, p => p.Licence),
        Joined(run, p => p.Attribution),
        run.Inputs.Select(i => i.Provenance.Date).Max(StringComparer.Ordinal) ?? "",
        run.WorstStatus > LayerStatus.Modelled ? run.WorstStatus : LayerStatus.Modelled,
        run.Inputs.Max(i => i.Provenance.AccuracyMetres));

    private static string Joined(RunManifest run, Func<LayerProvenance, string> part) =>
        string.Join("; ", run.Inputs.Select(i => part(i.Provenance)).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal));
}
