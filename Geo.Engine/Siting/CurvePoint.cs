namespace Geo.Engine.Siting;

/// <summary>One step of a cost-coverage curve.</summary>
/// <param name="Budget">What may be spent.</param>
/// <param name="Plan">The plan for it: its objective is the weight served, its bound the most that this money could serve.</param>
public sealed record CurvePoint(long Budget, SitingPlan Plan);
