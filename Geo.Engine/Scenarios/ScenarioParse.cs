namespace Geo.Engine.Scenarios;

/// <summary>What reading a scenario file gave.</summary>
/// <param name="Scenario">The scenario; null when a problem is not just a warning.</param>
/// <param name="Problems">Everything that was found, in the order of the file.</param>
public sealed record ScenarioParse(Scenario? Scenario, IReadOnlyList<ScenarioProblem> Problems);
