namespace Geo.Engine.Scenarios;

/// <summary>What a scenario was laid over.</summary>
/// <param name="Id">The scenario below.</param>
/// <param name="Sha256">Hash of its text, hexadecimal.</param>
/// <param name="Changed">Paths that the upper scenario changed.</param>
public sealed record ScenarioOrigin(string Id, string Sha256, IReadOnlyList<string> Changed);
