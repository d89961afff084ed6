namespace Geo.Engine.Suitability;

/// <summary>A stored grid, as a scenario uses it.</summary>
/// <param name="GridId">The grid.</param>
/// <param name="Resampling">How it is laid on the scenario's grid.</param>
/// <param name="IsCategorical">True when the values are codes.</param>
public sealed record GridSource(string GridId, GridResampling Resampling, bool IsCategorical);
