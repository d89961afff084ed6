using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios;

/// <summary>The least change of one criterion that lifts a cell to the next class, all others as they are.</summary>
/// <param name="Class">The class that is reached.</param>
/// <param name="Membership">The membership that is needed, 0 to 1.</param>
/// <param name="Value">The nearest measured value that has it, or the code of a category; null when no value has.</param>
/// <param name="Category">Name of the category when the value is a code; else null.</param>
public sealed record ScoreLift(SuitabilityClass Class, double Membership, double? Value, BilingualText? Category);
