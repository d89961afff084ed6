using System.Text.Json.Serialization;
using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Engine.Scenarios;

namespace Geo.Api.Scenarios;

/// <summary>Why an area is judged as it is, in one language.</summary>
internal sealed record AreaExplanationDocument
{
    private static readonly string[] ClassNames = ["S1", "S2", "S3", "N"];

    public required string Scenario { get; init; }

    public required string Theme { get; init; }

    /// <summary>The collection of the feature that was asked about; null for a polygon that was sent.</summary>
    public required string? Collection { get; init; }

    public required long? Feature { get; init; }

    public required long Cells { get; init; }

    public required double Hectares { get; init; }

    public required double ScoredHectares { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required ValueRange? Score { get; init; }

    public required IReadOnlyDictionary<string, double> ClassHectares { get; init; }

    public required IReadOnlyList<AreaReasonPart> Reasons { get; init; }

    public required IReadOnlyList<AreaCriterionPart> Criteria { get; init; }

    /// <summary>The criterion that holds back the most hectares.</summary>
    public required string? MostLimiting { get; init; }

    /// <summary>The criterion that alone lifts the most hectares a class.</summary>
    public required string? MostLifting { get; init; }

    /// <summary>The criterion whose error moves scores most.</summary>
    public required string? MostUncertain { get; init; }

    public required string WorstStatus { get; init; }

    public required string WorstStatusText { get; init; }

    public required string? Caution { get; init; }

    public required string RunId { get; init; }

    public required IReadOnlyList<Link> Links { get; init; }

    /// <summary>The document of an explanation.</summary>
    public static AreaExplanationDocument Of(string language, string scenarioId, string themeId, (string Collection, long Feature)? asked, AreaExplanation why, IReadOnlyList<Link> links) => new()
    {
        Scenario = scenarioId,
        Theme = themeId,
        Collection = asked?.Collection,
        Feature = asked?.Feature,
        Cells = why.Cells,
        Hectares = why.Hectares,
        ScoredHectares = why.ScoredHectares,
        Score = why.Score,
        ClassHectares = ClassNames.Zip(why.ClassHectares).ToDictionary(c => c.First, c => c.Second),
        Reasons = [.. why.Reasons.Select(r => new AreaReasonPart(r.Reason.Id, r.Reason.Title.For(language), r.Reason.LegalSource?.For(language), r.Reason.Cells, r.Hectares, why.Hectares > 0 ? r.Hectares / why.Hectares : 0, r.TakesClass))],
        Criteria = [.. why.Criteria.Select(c => Criterion(c, language))],
        MostLimiting = why.MostLimiting,
        MostLifting = why.MostLifting,
        MostUncertain = why.MostUncertain,
        WorstStatus = ProvenanceDocument.Word(why.WorstStatus),
        WorstStatusText = ProvenanceDocument.Text(why.WorstStatus).For(language),
        Caution = why.Caution?.For(language),
        RunId = why.RunId,
        Links = links,
    };

    private static AreaCriterionPart Criterion(AreaCriterion c, string language) => new(
        c.Id,
        c.Title.For(language),
        c.Value,
        c.Unit,
        c.Categories.Count == 0 ? null : [.. c.Categories.Select(k => new AreaCategoryPart(k.Code, k.Name?.For(language), k.Hectares))],
        c.Membership,
        c.Weight,
        c.Contribution,
        c.MissingHectares,
        c.LimitsHectares,
        [.. c.Lifts.Select(l => new AreaLiftPart(l.Membership, Finite(l.Value), l.Category?.For(language), l.Hectares))],
        c.ErrorEffect,
        c.Source,
        c.IsStartingValue);

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    /// <summary>What removed or changed cells.</summary>
    internal sealed record AreaReasonPart(string Id, string Title, string? LegalSource, long Cells, double Hectares, double Share, bool TakesClass);

    /// <summary>What one criterion did.</summary>
    internal sealed record AreaCriterionPart(
        string Id,
        string Title,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] ValueRange? Value,
        string? Unit,
        IReadOnlyList<AreaCategoryPart>? Categories,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] ValueRange? Membership,
        double Weight,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] ValueRange? Contribution,
        double MissingHectares,
        double LimitsHectares,
        IReadOnlyList<AreaLiftPart> Lifts,
        double? ErrorEffect,
        string? Source,
        bool IsStartingValue);

    /// <summary>How much of the area has a category.</summary>
    internal sealed record AreaCategoryPart(int Code, string? Name, double Hectares);

    /// <summary>What raising one criterion alone would lift.</summary>
    internal sealed record AreaLiftPart(double Membership, double? Value, string? Category, double Hectares);
}
