using Geo.Engine.Grids;

namespace Geo.Engine.Scenarios;

/// <summary>How far the results of a theme hang on weights and on errors of the layers. All grids lie on the scenario's frame; NaN where a cell has no score.</summary>
/// <param name="Confidence">Share of all weightings under which a cell passes, 0 to 1, in closed form; null where the rule of combination has none.</param>
/// <param name="Probability">Share of the drawn weightings; null when the closed form says the same.</param>
/// <param name="UnderErrors">Share of the drawn errors of the layers; null when no criterion says how wrong it may be, or none were asked for.</param>
/// <param name="Report">Numbers beside the grids.</param>
public sealed record UncertaintyResult(Grid<float>? Confidence, Grid<float>? Probability, Grid<float>? UnderErrors, RunUncertainty Report)
{
    /// <summary>Share of the drawn weightings under which a cell is among the best; null when that was not asked for.</summary>
    public Grid<float>? AmongBest { get; init; }

    /// <summary>Share of the draws of weights and errors together; null when that was not asked for.</summary>
    public Grid<float>? Joint { get; init; }
}
