using Geo.Engine.Grids;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>The frame of a scenario and the halo around it, in which distances and neighbourhoods still see features.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="HaloCells">Width of the halo, cells.</param>
internal sealed record StudyFrame(GridFrame Frame, int HaloCells)
{
    /// <summary>The frame with its halo.</summary>
    public GridFrame Haloed { get; } = Frame.WithHalo(HaloCells);

    /// <summary>The frame of a scenario.</summary>
    public static StudyFrame Of(Scenario scenario) => new(scenario.Frame, scenario.HaloCells);
}
