using Geo.Engine.Siting;

namespace Geo.Api.Siting;

/// <summary>What came of a siting question.</summary>
/// <param name="Network">The problem.</param>
/// <param name="Years">The plan by year; one year where there is one budget, or none.</param>
/// <param name="Objective">What was made large (weight, by year) or small (cost).</param>
/// <param name="Bound">No plan is beyond it.</param>
/// <param name="Gap">Share by which another plan could be better at most.</param>
/// <param name="IsCheapest">Whether cost was made small.</param>
/// <param name="Repaired">The plan with interference, before and after the repair.</param>
/// <param name="Curve">Cost and people.</param>
internal sealed record SitingAnswer(
    NetworkProblem Network,
    IReadOnlyList<PlannedYear> Years,
    long Objective,
    long Bound,
    double Gap,
    bool IsCheapest,
    RepairedPlan Repaired,
    IReadOnlyList<CurvePoint> Curve)
{
    /// <summary>What reaching the share costs each operator by itself, and what it costs when masts are shared; null where that was not asked or cannot be reached.</summary>
    public (SitingPlan? Alone, SitingPlan? Shared)? Sharing { get; init; }

    /// <summary>All new sites.</summary>
    public IReadOnlyList<int> Chosen => [.. Years.SelectMany(y => y.Built).Order()];
}
