using Geo.Engine.Scenarios;

namespace Geo.Api.Processes;

/// <summary>One side of a comparison.</summary>
/// <param name="Name">Scenario, or job, as it was asked for.</param>
/// <param name="RunId">The run.</param>
/// <param name="DistrictLayer">The layer of the study area's districts.</param>
/// <param name="Surface">Scores and classes.</param>
/// <param name="Judgement">What its scores mean; null when the run is too old to say.</param>
internal sealed record ComparedRun(string Name, string RunId, string DistrictLayer, ScenarioSurface Surface, FrozenJudgement? Judgement);
