using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Scenarios;
using Geo.Engine.Suitability;

namespace Geo.Api.Scenarios;

/// <summary>Describes scenarios to clients.</summary>
internal static class ScenarioDescription
{
    /// <summary>Path of a scenario, percent-encoded.</summary>
    public static string PathOf(string scenarioId) => $"/scenarios/{Addresses.Segment(scenarioId)}";

    /// <summary>A scenario in a list.</summary>
    public static ScenarioListDocument.Entry Entry(ApiRequest request, string id, ScenarioParse parse)
    {
        var scenario = parse.Scenario;
        return new(
            id,
            scenario?.Title.For(request.Language) ?? id,
            scenario?.Description.For(request.Language),
            [.. (scenario?.Themes ?? []).Select(t => new ScenarioListDocument.ThemeName(t.Id, t.Title.For(request.Language)))],
            scenario is null ? [.. parse.Problems.Select(p => p.Text.For(request.Language))] : null,
            [.. EntryLinks(request, id)]);
    }

    /// <summary>A scenario in full.</summary>
    public static ScenarioDocument Of(ApiRequest request, string id, Scenario scenario, IReadOnlyList<ScenarioProblem> warnings, IEnumerable<Link> own)
    {
        var frame = scenario.Frame;
        return new ScenarioDocument
        {
            Id = id,
            Title = scenario.Title.For(request.Language),
            Description = scenario.Description.For(request.Language),
            StudyAreaLayer = scenario.StudyArea.DistrictLayer,
            Grid = new(frame.System.Code, frame.Left, frame.Top, frame.CellSizeMetres, frame.Rows, frame.Columns),
            Layers = [.. scenario.Layers.Select(l => l.Features?.LayerId ?? l.Grid?.GridId ?? l.Name).Distinct()],
            Themes = [.. scenario.Themes.Select(t => Theme(t, request.Language))],
            Warnings = [.. warnings.Select(w => w.Text.For(request.Language))],
            Links = [.. own, .. ResultLinks(request, id, scenario)],
        };
    }

    private static ScenarioDocument.ThemeText Theme(Theme theme, string language) => new(
        theme.Id,
        theme.Title.For(language),
        RuleText.Word(theme.Aggregation),
        RuleText.Of(theme.Aggregation),
        RuleText.Word(theme.Weighting),
        [.. theme.Criteria.Zip(WeightsOf(theme), (c, weight) => new ScenarioDocument.CriterionText(
            c.Id, c.Title.For(language), weight?.Used, weight?.Raw, RuleText.Of(c.Measure), c.Measure.Unit, RuleText.Of(c.Membership), RuleText.Word(c.Missing), c.Evidence.Source, c.Evidence.IsStartingValue))],
        [.. theme.Constraints.Select(c => new ScenarioDocument.ConstraintText(
            c.Id, c.Title.For(language), RuleText.Of(c.Rule), c.LegalSource?.For(language), c.Evidence.Source, c.Evidence.IsStartingValue))],
        new(theme.Classes.S1, theme.Classes.S2, theme.Classes.S3),
        new(theme.Zones.LowestClass.ToString(), theme.Zones.EightNeighbours, theme.Zones.MinAreaHectares, theme.Zones.FillHolesHectares, theme.Zones.MinPatchHectares),
        theme.Activity?.ActivityId);

    private static IEnumerable<CriterionWeight?> WeightsOf(Theme theme) =>
        theme.Weighting.NeedsData ? theme.Criteria.Select(_ => (CriterionWeight?)null) : theme.Weighting.Resolve().Select(w => (CriterionWeight?)w);

    private static IEnumerable<Link> EntryLinks(ApiRequest request, string id)
    {
        yield return new Link(request.Addresses.To(PathOf(id)), "self", Representation.Json.MediaType);
        yield return new Link(request.Addresses.To(PathOf(id), "html"), "alternate", Representation.Html.MediaType);
        yield return Run(request, id);
    }

    private static IEnumerable<Link> ResultLinks(ApiRequest request, string id, Scenario scenario)
    {
        yield return Run(request, id);
        foreach (var theme in scenario.Themes)
        {
            var title = theme.Title.For(request.Language);
            yield return new Link(request.Addresses.To($"/collections/zones-{theme.Id}"), "urn:soctranggeo:rel:zones", Representation.Json.MediaType, title);
            yield return new Link(request.Addresses.To($"/collections/districts-{theme.Id}"), "urn:soctranggeo:rel:districts", Representation.Json.MediaType, title);
            yield return new Link(request.Addresses.To($"/grids/suitability-{theme.Id}"), "urn:soctranggeo:rel:suitability", Representation.Json.MediaType, title);
            yield return new Link(request.Addresses.To($"/grids/classes-{theme.Id}"), "urn:soctranggeo:rel:classes", Representation.Json.MediaType, title);
            foreach (var (path, name) in NetworkLinks.Of(theme))
                yield return new Link(request.Addresses.To(path), NetworkLinks.Relation, Representation.Json.MediaType, name);
        }
    }

    private static Link Run(ApiRequest request, string id) =>
        new(request.Addresses.To($"{PathOf(id)}/run"), "urn:soctranggeo:rel:run", Representation.Json.MediaType, new BilingualText("Lần chạy gần nhất", "The last run").For(request.Language));
}
