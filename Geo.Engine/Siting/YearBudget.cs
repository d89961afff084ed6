namespace Geo.Engine.Siting;

/// <summary>What a year gives and how much it counts.</summary>
/// <param name="Money">What may be spent in it, besides what earlier years left, in the unit of costs; not negative.</param>
/// <param name="Share">How much a weight served at its end counts, in thousandths: 1,000 in full, less when later years are discounted; 0 to 1,000.</param>
public readonly record struct YearBudget(long Money, int Share);
