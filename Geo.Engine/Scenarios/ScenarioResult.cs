namespace Geo.Engine.Scenarios;

/// <summary>What a run gave.</summary>
/// <param name="Scenario">What was asked.</param>
/// <param name="Themes">The answers, in the order of the scenario.</param>
/// <param name="Manifest">The record of the run.</param>
public sealed record ScenarioResult(Scenario Scenario, IReadOnlyList<ThemeResult> Themes, RunManifest Manifest)
{
    /// <summary>Derived from scenario, layers and engine version.</summary>
    public string RunId => Manifest.RunId;

    /// <summary>SHA-256 of the results, hexadecimal.</summary>
    public string ResultHash => Manifest.ResultHash;
}
