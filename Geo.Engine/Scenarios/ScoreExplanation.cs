using Geo.Engine.Features;
using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios;

/// <summary>Why a cell has its score: exactly the values of the run.</summary>
public sealed record ScoreExplanation
{
    /// <summary>Row of the cell in the scenario's grid.</summary>
    public required int Row { get; init; }

    /// <summary>Column of the cell.</summary>
    public required int Column { get; init; }

    /// <summary>Whether the cell lies in the study area.</summary>
    public required bool IsInside { get; init; }

    /// <summary>Score, 0 to 1; null where there is none.</summary>
    public required double? Score { get; init; }

    /// <summary>The class after the zone rules.</summary>
    public required SuitabilityClass Class { get; init; }

    /// <summary>Why the cell has no class, or another one than its score gives; null when there is nothing to say.</summary>
    public required ExclusionReason? Reason { get; init; }

    /// <summary>All criteria in the order of the scenario.</summary>
    public required IReadOnlyList<CriterionExplanation> Criteria { get; init; }

    /// <summary>
    /// Share of all weightings under which the cell reaches the class of its score, or S3 where that is N; null where the rule of combination has no closed form, and where there is no score.
    /// </summary>
    public double? Confidence { get; init; }

    /// <summary>The criterion whose error moves the score most; null when nobody says how wrong values may be.</summary>
    public string? MostUncertain { get; init; }

    /// <summary>Worst status of the inputs.</summary>
    public required LayerStatus WorstStatus { get; init; }

    /// <summary>The inputs that are not surveyed, in words; null when all are.</summary>
    public required BilingualText? Caution { get; init; }

    /// <summary>The run whose values these are.</summary>
    public required string RunId { get; init; }
}
