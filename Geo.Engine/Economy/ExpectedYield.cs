namespace Geo.Engine.Economy;

/// <summary>What an area is expected to give in a year.</summary>
/// <param name="OutputBillionVnd">Value of the output, billion đồng a year.</param>
/// <param name="Jobs">Full-time jobs.</param>
public readonly record struct ExpectedYield(Ranged OutputBillionVnd, Ranged Jobs);
