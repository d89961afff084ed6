namespace Geo.Engine.Features;

/// <summary>Of which judgement a grid is the result.</summary>
/// <param name="ScenarioId">The scenario that was run.</param>
/// <param name="ThemeId">Its theme.</param>
public sealed record GridOrigin(string ScenarioId, string ThemeId);
