namespace Geo.Engine.Siting;

/// <summary>A choice of sites and how much better another could be.</summary>
/// <param name="Chosen">Indices of the new sites, ascending; those that stand are not among them.</param>
/// <param name="Cost">What they cost together.</param>
/// <param name="Served">Weight served, with what the standing sites serve.</param>
/// <param name="Objective">What was to be made large (weight) or small (cost).</param>
/// <param name="Bound">No plan has an objective beyond this: greater than it when it was to be made large, less when small.</param>
/// <param name="Work">What of the work is worth telling: sizes after presolving, and who found the plan and the bound.</param>
public sealed record SitingPlan(IReadOnlyList<int> Chosen, long Cost, ServedWeight Served, long Objective, long Bound, SitingWork Work)
{
    /// <summary>Whether no plan is better.</summary>
    public bool IsProven => Objective == Bound;

    /// <summary>Share by which another plan could be better at most: 0 is proven.</summary>
    public double Gap => Objective == Bound ? 0 : Math.Abs(Bound - Objective) / (double)Math.Max(Math.Abs(Objective), 1);
}
