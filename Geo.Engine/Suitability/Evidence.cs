namespace Geo.Engine.Suitability;

/// <summary>Where a number of a scenario comes from: every number has a source, or is marked as a value to start with.</summary>
/// <param name="Source">Who says so, for people; null when nobody does.</param>
/// <param name="IsStartingValue">True for a value that local experts are asked to replace.</param>
public sealed record Evidence(string? Source, bool IsStartingValue);
