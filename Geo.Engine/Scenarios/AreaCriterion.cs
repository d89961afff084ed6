namespace Geo.Engine.Scenarios;

/// <summary>What one criterion did to an area, over its cells with a score.</summary>
public sealed record AreaCriterion
{
    /// <summary>The criterion.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for people.</summary>
    public required BilingualText Title { get; init; }

    /// <summary>Measured values; null for codes of categories, and where no cell has one.</summary>
    public required ValueRange? Value { get; init; }

    /// <summary>Unit of the values; null where they have none.</summary>
    public required string? Unit { get; init; }

    /// <summary>Categories by hectares, the largest first; empty for amounts.</summary>
    public required IReadOnlyList<AreaCategory> Categories { get; init; }

    /// <summary>Memberships after the rule for missing values; null when the criterion was left out everywhere.</summary>
    public required ValueRange? Membership { get; init; }

    /// <summary>Its weight, 0 to 1, before others are left out.</summary>
    public required double Weight { get; init; }

    /// <summary>Its part of the score of a weighted sum, a criterion that is left out giving 0; null for other rules.</summary>
    public required ValueRange? Contribution { get; init; }

    /// <summary>Hectares without a measured value.</summary>
    public required double MissingHectares { get; init; }

    /// <summary>Hectares in which raising it to full membership would gain more than raising any other: where it holds the score back most.</summary>
    public required double LimitsHectares { get; init; }

    /// <summary>What raising it alone would lift a class; from the least membership on.</summary>
    public required IReadOnlyList<AreaLift> Lifts { get; init; }

    /// <summary>By how much scores move in the mean when values are wrong by one standard deviation; null when nobody says how wrong they may be.</summary>
    public required double? ErrorEffect { get; init; }

    /// <summary>Where its numbers come from; null when they are only values to start with.</summary>
    public required string? Source { get; init; }

    /// <summary>True when its numbers are values to start with.</summary>
    public required bool IsStartingValue { get; init; }
}
