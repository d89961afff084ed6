namespace Geo.Engine.Siting;

/// <summary>A place to be served.</summary>
/// <param name="Weight">People, or what else is to be covered, in whole units of the caller's choice (thousandths of a person, for example); not negative.</param>
/// <param name="District">Number of its district, from 0; -1 in none.</param>
public readonly record struct DemandCell(long Weight, int District);
