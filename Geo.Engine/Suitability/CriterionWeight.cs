namespace Geo.Engine.Suitability;

/// <summary>The weight of a criterion.</summary>
/// <param name="Raw">As given, or as the eigenvector gives it.</param>
/// <param name="Used">Scaled so that all weights of the theme sum to 1.</param>
public readonly record struct CriterionWeight(double Raw, double Used);
