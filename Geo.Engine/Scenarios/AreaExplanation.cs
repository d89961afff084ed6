using Geo.Engine.Features;

namespace Geo.Engine.Scenarios;

/// <summary>Why an area, such as a zone or a commune, is judged as it is: the values of the run over its cells inside the study area.</summary>
public sealed record AreaExplanation
{
    /// <summary>Number of cells whose centre lies in the area and in the study area.</summary>
    public required long Cells { get; init; }

    /// <summary>Their ground hectares.</summary>
    public required double Hectares { get; init; }

    /// <summary>Hectares of the cells with a score.</summary>
    public required double ScoredHectares { get; init; }

    /// <summary>Scores; null when no cell has one.</summary>
    public required ValueRange? Score { get; init; }

    /// <summary>Hectares of S1, S2, S3 and N, in this order, after the zone rules.</summary>
    public required IReadOnlyList<double> ClassHectares { get; init; }

    /// <summary>What took classes away or changed them, the most hectares first.</summary>
    public required IReadOnlyList<AreaReason> Reasons { get; init; }

    /// <summary>All criteria in the order of the scenario.</summary>
    public required IReadOnlyList<AreaCriterion> Criteria { get; init; }

    /// <summary>The criterion that holds back the most hectares; null when none holds any back.</summary>
    public required string? MostLimiting { get; init; }

    /// <summary>The criterion that alone, at full membership, lifts the most hectares a class; null when none lifts any.</summary>
    public required string? MostLifting { get; init; }

    /// <summary>The criterion whose error moves scores most; null when nobody says how wrong values may be.</summary>
    public required string? MostUncertain { get; init; }

    /// <summary>Worst status of the inputs.</summary>
    public required LayerStatus WorstStatus { get; init; }

    /// <summary>The inputs that are not surveyed, in words; null when all are.</summary>
    public required BilingualText? Caution { get; init; }

    /// <summary>The run whose values these are.</summary>
    public required string RunId { get; init; }
}
