namespace Geo.Engine.Siting;

/// <summary>A plan after interference was counted.</summary>
/// <param name="Sites">All sites in operation with their tilts, ascending.</param>
/// <param name="Before">What the plan served with interference, all sites at tilt 0.</param>
/// <param name="After">What it serves after the repair; never less in all.</param>
/// <param name="Steps">What was done, in order.</param>
/// <param name="Evaluations">Calls of the evaluator.</param>
/// <param name="IsSettled">Whether no further step would have helped; else the evaluations had run out.</param>
public sealed record RepairedPlan(
    IReadOnlyList<TiltedSite> Sites, ServedWeight Before, ServedWeight After, IReadOnlyList<RepairStep> Steps, int Evaluations, bool IsSettled);
