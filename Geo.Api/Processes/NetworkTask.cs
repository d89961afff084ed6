using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Networks;
using Geo.Engine.Radio.Terrain;

namespace Geo.Api.Processes;

/// <summary>What a network computation needs, read.</summary>
/// <param name="Faults">Everything wrong; when there is any, the rest is of no use.</param>
/// <param name="Settings">Receivers, air and service.</param>
/// <param name="Sites">The sites.</param>
/// <param name="Landscape">The ground.</param>
/// <param name="People">Persons in each cell; null when nobody is counted.</param>
/// <param name="UnitLayer">The layer of the units; null for none.</param>
/// <param name="Units">Administrative units; empty for none.</param>
internal sealed record NetworkTask(
    IReadOnlyList<ParameterFault> Faults,
    NetworkSettings Settings,
    IReadOnlyList<NetworkSite> Sites,
    Landscape? Landscape,
    Grid<float>? People,
    LayerDefinition? UnitLayer,
    IReadOnlyList<Feature> Units)
{
    /// <summary>The calibration that was named; null for none.</summary>
    public NamedCalibration? Calibration { get; init; }

    /// <summary>The worst status of what went in, and no better than modelled.</summary>
    public LayerStatus Status { get; init; } = LayerStatus.Modelled;
}
