using Geo.Engine.Grids;

namespace Geo.Engine.Suitability.Sensitivity;

/// <summary>What draws of weights and errors together gave.</summary>
/// <param name="Shares">Share of the draws under which each cell passes, 0 to 1; NaN where it has no score.</param>
/// <param name="Passing">Share of the cells with a score that pass under each draw, 0 to 1; NaN when no cell has one.</param>
public sealed record JointShares(Grid<float> Shares, IReadOnlyList<double> Passing);
