namespace Geo.Engine.Scenarios;

/// <summary>What an area gains when one criterion has at least some membership everywhere, all others as they are.</summary>
/// <param name="Membership">The membership, above 0 to 1.</param>
/// <param name="Value">The measured value nearest to the area's mean that has it, or the code of a category; null when no value has.</param>
/// <param name="Category">Name of the category when the value is a code; else null.</param>
/// <param name="Hectares">Ground hectares that reach a better class by it.</param>
public sealed record AreaLift(double Membership, double? Value, BilingualText? Category, double Hectares);
