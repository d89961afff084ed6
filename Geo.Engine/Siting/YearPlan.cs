namespace Geo.Engine.Siting;

/// <summary>Which sites are built in which year.</summary>
/// <param name="Years">The years in order.</param>
/// <param name="Objective">Weight served, summed over the years, each counted by its share.</param>
/// <param name="Bound">No plan within the same budgets and floors has a greater objective.</param>
public sealed record YearPlan(IReadOnlyList<PlannedYear> Years, long Objective, long Bound)
{
    /// <summary>Share by which another plan could be better at most; 0 is proven.</summary>
    public double Gap => Objective >= Bound ? 0 : (Bound - Objective) / (double)Math.Max(Objective, 1);
}
