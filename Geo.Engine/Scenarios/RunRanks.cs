namespace Geo.Engine.Scenarios;

/// <summary>How often a district takes which rank under drawn weights, by its mean memberships in the cells that count.</summary>
/// <param name="UnitCode">Code of the district.</param>
/// <param name="Score">Its score under the weights of the scenario.</param>
/// <param name="Frequencies">Share of the draws in which it is first, second, and so on; districts without a cell that counts are not ranked.</param>
public sealed record RunRanks(string UnitCode, double Score, IReadOnlyList<double> Frequencies);
