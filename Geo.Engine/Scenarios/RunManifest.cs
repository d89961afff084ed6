using Geo.Engine.Features;

namespace Geo.Engine.Scenarios;

/// <summary>The record of a run, written beside its results as <c>runs/{scenario}/run.json</c>.</summary>
public sealed record RunManifest
{
    /// <summary>The scenario.</summary>
    public required string ScenarioId { get; init; }

    /// <summary>Derived from scenario, layers and engine version, never from time.</summary>
    public required string RunId { get; init; }

    /// <summary>SHA-256 of the results, hexadecimal: equal for equal scenario and layers, on any store and number of threads.</summary>
    public required string ResultHash { get; init; }

    /// <summary>SHA-256 of the resolved scenario, hexadecimal.</summary>
    public required string ScenarioHash { get; init; }

    /// <summary>Version of the engine.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>The layers that went in, in order of id.</summary>
    public required IReadOnlyList<InputLayer> Inputs { get; init; }

    /// <summary>The worst status of the inputs.</summary>
    public required LayerStatus WorstStatus { get; init; }

    /// <summary>The inputs that are not surveyed, in words: "demonstration inputs: salinity-stations (schematic)"; null when all are.</summary>
    public required BilingualText? Caution { get; init; }

    /// <summary>Warnings of the check and of the run.</summary>
    public required IReadOnlyList<ScenarioProblem> Warnings { get; init; }
}
