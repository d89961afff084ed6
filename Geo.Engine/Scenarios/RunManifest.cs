using Geo.Engine.Features;

namespace Geo.Engine.Scenarios;

/// <summary>The record of a run, written beside its results as <c>runs/{scenario}/run.json</c>.</summary>
public sealed record RunManifest
{
    /// <summary>The scenario.</summary>
    public required string ScenarioId { get; init; }

    /// <summary>Derived from scenario, layers and engine version, never from time.</summary>
    public required string RunId { get; init; }

    /// <summary>SHA-256 over the hashes of the outputs, hexadecimal: equal for equal scenario and layers, on any store and number of threads.</summary>
    public required string ResultHash { get; init; }

    /// <summary>SHA-256 of the scenario as it was asked, with all defaults filled in, hexadecimal.</summary>
    public required string ScenarioHash { get; init; }

    /// <summary>Version of the engine.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>The scenario with all defaults filled in, and with weights that came of the data written down as numbers.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>The layers that went in, in order of id.</summary>
    public required IReadOnlyList<InputLayer> Inputs { get; init; }

    /// <summary>The worst status of the inputs.</summary>
    public required LayerStatus WorstStatus { get; init; }

    /// <summary>The inputs that are not surveyed, in words: "demonstration inputs: salinity-stations (schematic)"; null when all are.</summary>
    public required BilingualText? Caution { get; init; }

    /// <summary>Warnings of the check and of the run.</summary>
    public required IReadOnlyList<ScenarioProblem> Warnings { get; init; }

    /// <summary>Areas, reasons and weights of each theme.</summary>
    public required IReadOnlyList<RunTheme> Themes { get; init; }

    /// <summary>What came out, with hashes.</summary>
    public required IReadOnlyList<RunOutput> Outputs { get; init; }

    /// <summary>Threads, processor and times; in no hash.</summary>
    public required RunEnvironment Environment { get; init; }
}
