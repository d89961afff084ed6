using System.Text.Json.Nodes;
using Geo.Api.Http;

namespace Geo.Api.Scenarios;

/// <summary>A scenario with everything that changes a number, in one language.</summary>
internal sealed record ScenarioDocument
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required string StudyAreaLayer { get; init; }

    public required FrameText Grid { get; init; }

    public required IReadOnlyList<string> Layers { get; init; }

    public required IReadOnlyList<ThemeText> Themes { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    public required IReadOnlyList<Link> Links { get; init; }

    /// <summary>The grid of the results.</summary>
    internal sealed record FrameText(string Crs, double Left, double Top, double CellSizeMetres, int Rows, int Columns);

    /// <summary>One use.</summary>
    internal sealed record ThemeText(
        string Id,
        string Title,
        string Aggregation,
        JsonObject Combination,
        string Weighting,
        IReadOnlyList<CriterionText> Criteria,
        IReadOnlyList<ConstraintText> Constraints,
        ThresholdsText Classes,
        ZonesText Zones,
        string? Activity);

    /// <summary>One criterion with the weight that is used; null when it comes of the layers and only a run knows it.</summary>
    internal sealed record CriterionText(
        string Id, string Title, double? Weight, double? RawWeight, JsonObject Measure, string? Unit, JsonObject Membership, string Missing, string? Source, bool IsStartingValue);

    /// <summary>One constraint.</summary>
    internal sealed record ConstraintText(string Id, string Title, JsonObject Rule, string? LegalSource, string? Source, bool IsStartingValue);

    /// <summary>Lowest scores of the classes.</summary>
    internal sealed record ThresholdsText(double S1, double S2, double S3);

    /// <summary>How zones are cut.</summary>
    internal sealed record ZonesText(string LowestClass, bool EightNeighbours, double MinAreaHectares, double FillHolesHectares, double MinPatchHectares);
}
