namespace Geo.Engine.Siting;

/// <summary>What a repair may do.</summary>
/// <param name="Budget">Most that the new sites may cost together.</param>
/// <param name="Tilts">Number of tilts each site can have, at least 1.</param>
/// <param name="MostEvaluations">Most calls of the evaluator, at least 1.</param>
/// <param name="Substitutes">For each site to be replaced, how many others are tried: those that share most cells with it.</param>
public sealed record RepairLimits(long Budget, int Tilts, int MostEvaluations, int Substitutes)
{
    /// <summary>Whether a site is worth tilting at all; without it every one is.</summary>
    public Predicate<int> CanTilt { get; init; } = _ => true;
}
