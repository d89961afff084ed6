using Geo.Engine.Grids;
using Geo.Engine.Grids.Surfaces;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>The frame of a scenario and the halo around it, in which distances and neighbourhoods still see features.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="HaloCells">Width of the halo, cells.</param>
internal sealed record StudyFrame(GridFrame Frame, int HaloCells)
{
    /// <summary>The frame with its halo.</summary>
    public GridFrame Haloed { get; } = Frame.WithHalo(HaloCells);

    /// <summary>A surface on the frame with its halo, without it.</summary>
    public InnerSurface WithoutHalo(Surface surface) => new(surface, Frame, HaloCells);

    /// <summary>The frame of a scenario.</summary>
    public static StudyFrame Of(Scenario scenario) => new(scenario.Frame, scenario.HaloCells);
}
