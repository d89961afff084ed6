using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios;

/// <summary>People counted beside the areas.</summary>
/// <param name="Grid">A grid of persons per cell.</param>
/// <param name="CoveredClass">The lowest class whose people count as covered.</param>
/// <param name="ExpectedBy">Criterion whose membership is the share of people reached in a cell; null when nothing is expected.</param>
public sealed record PopulationStatistics(GridSource Grid, SuitabilityClass CoveredClass, string? ExpectedBy);
