using Geo.Engine.Scenarios.Keeping;

namespace Geo.Engine.Scenarios;

/// <summary>How a scenario is run. Only <paramref name="EngineVersion"/> is part of what a run is.</summary>
/// <param name="Threads">Most threads to use, at least 1; results do not depend on it.</param>
/// <param name="EngineVersion">Version of the engine, part of the run id.</param>
/// <param name="Time">Clock for the start and end that the manifest mentions.</param>
public sealed record RunSettings(int Threads, string EngineVersion, TimeProvider Time)
{
    /// <summary>Where what is measured is held, and for how long.</summary>
    public KeepingSettings Keeping { get; init; } = new();
}
