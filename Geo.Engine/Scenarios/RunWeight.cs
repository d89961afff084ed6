namespace Geo.Engine.Scenarios;

/// <summary>The weight of a criterion in a run.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Raw">As given, or as the eigenvector gives it.</param>
/// <param name="Used">Scaled to a sum of 1.</param>
public sealed record RunWeight(string Criterion, double Raw, double Used);
