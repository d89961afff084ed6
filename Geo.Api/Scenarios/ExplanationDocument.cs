using System.Text.Json.Serialization;
using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Engine.Scenarios;

namespace Geo.Api.Scenarios;

/// <summary>Why a place has its score, in one language.</summary>
internal sealed record ExplanationDocument
{
    public required string Scenario { get; init; }

    public required string Theme { get; init; }

    public required double Lon { get; init; }

    public required double Lat { get; init; }

    public required int Row { get; init; }

    public required int Column { get; init; }

    public required bool IsInside { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required double? Score { get; init; }

    /// <summary><c>S1</c>, <c>S2</c>, <c>S3</c>, <c>N</c>; null where there is no class.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Class { get; init; }

    public required ReasonPart? Reason { get; init; }

    public required IReadOnlyList<CriterionPart> Criteria { get; init; }

    /// <summary>Share of all weightings under which the class of the score is reached, or S3 where that is N.</summary>
    public required double? Confidence { get; init; }

    /// <summary>The criterion whose error moves the score most.</summary>
    public required string? MostUncertain { get; init; }

    public required string WorstStatus { get; init; }

    public required string WorstStatusText { get; init; }

    public required string? Caution { get; init; }

    public required string RunId { get; init; }

    public required IReadOnlyList<Link> Links { get; init; }

    /// <summary>The document of an explanation.</summary>
    public static ExplanationDocument Of(string language, string scenarioId, string themeId, (double Longitude, double Latitude) at, ScoreExplanation why, IReadOnlyList<Link> links) => new()
    {
        Scenario = scenarioId,
        Theme = themeId,
        Lon = at.Longitude,
        Lat = at.Latitude,
        Row = why.Row,
        Column = why.Column,
        IsInside = why.IsInside,
        Score = Finite(why.Score),
        Class = why.Class == Engine.Suitability.SuitabilityClass.None ? null : why.Class.ToString(),
        Reason = why.Reason is { } reason ? new(reason.Id, reason.Title.For(language), reason.LegalSource?.For(language)) : null,
        Criteria = [.. why.Criteria.Select(c => Criterion(c, language))],
        Confidence = Finite(why.Confidence),
        MostUncertain = why.MostUncertain,
        WorstStatus = ProvenanceDocument.Word(why.WorstStatus),
        WorstStatusText = ProvenanceDocument.Text(why.WorstStatus).For(language),
        Caution = why.Caution?.For(language),
        RunId = why.RunId,
        Links = links,
    };

    private static CriterionPart Criterion(CriterionExplanation c, string language) => new(
        c.Id, c.Title.For(language), Finite(c.Value), c.Unit, c.Category?.For(language), Finite(c.Membership), c.Weight, Finite(c.Contribution), c.Source, c.IsStartingValue,
        c.Lift is { } lift ? new(lift.Class.ToString(), lift.Membership, Finite(lift.Value), lift.Category?.For(language)) : null, Finite(c.ErrorEffect));

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    /// <summary>What removed or changed the cell.</summary>
    internal sealed record ReasonPart(string Id, string Title, string? LegalSource);

    /// <summary>What one criterion did.</summary>
    internal sealed record CriterionPart(
        string Id,
        string Title,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Value,
        string? Unit,
        string? Category,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Membership,
        double Weight,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] double? Contribution,
        string? Source,
        bool IsStartingValue,
        LiftPart? Lift,
        double? ErrorEffect);

    /// <summary>The least change of one criterion alone that lifts the cell a class.</summary>
    internal sealed record LiftPart(string Class, double Membership, double? Value, string? Category);
}
