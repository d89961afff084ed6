namespace Geo.Engine.Economy;

/// <summary>One number of the economy table.</summary>
/// <param name="Value">Low, expected and high value.</param>
/// <param name="Unit">Its unit, for people.</param>
/// <param name="Year">The year it speaks of; null when it is only a value to start with.</param>
/// <param name="Source">Who says so; null when it is only a value to start with.</param>
/// <param name="IsStartingValue">True when nobody has published it for this place.</param>
/// <param name="AreBoundsStartingValues">True when low and high are values to start with although the expected value has a source.</param>
public sealed record EconomyNumber(Ranged Value, string Unit, int? Year, string? Source, bool IsStartingValue, bool AreBoundsStartingValues);
