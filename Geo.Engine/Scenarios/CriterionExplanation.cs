using Geo.Engine.Features;

namespace Geo.Engine.Scenarios;

/// <summary>What one criterion did to a cell.</summary>
/// <param name="Id">The criterion.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Value">The measured value; null where there is none.</param>
/// <param name="Unit">Unit of the value; null where it has none.</param>
/// <param name="Category">Name of the category when the value is a code; else null.</param>
/// <param name="Membership">Degree of fitness, 0 to 1, after the rule for missing values; null when the criterion was left out.</param>
/// <param name="Weight">Its weight as used, 0 to 1.</param>
/// <param name="Contribution">Its part of the score; the contributions add up to the score of a weighted sum.</param>
/// <param name="Source">Where its numbers come from; null when they are only values to start with.</param>
/// <param name="IsStartingValue">True when its numbers are values to start with.</param>
public sealed record CriterionExplanation(
    string Id,
    BilingualText Title,
    double? Value,
    string? Unit,
    BilingualText? Category,
    double? Membership,
    double Weight,
    double? Contribution,
    string? Source,
    bool IsStartingValue)
{
    /// <summary>The least change of this criterion alone that lifts the cell a class; null when none does, and where there is no score.</summary>
    public ScoreLift? Lift { get; init; }

    /// <summary>By how much the score moves when the value is wrong by one standard deviation; null when nobody says how wrong it may be, and where there is no score.</summary>
    public double? ErrorEffect { get; init; }
}
