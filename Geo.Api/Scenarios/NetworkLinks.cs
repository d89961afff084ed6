using Geo.Engine.Radio.Networks;
using Geo.Engine.Scenarios;
using Geo.Engine.Suitability;

namespace Geo.Api.Scenarios;

/// <summary>Where a run leaves what it finds of the radio network behind a theme.</summary>
internal static class NetworkLinks
{
    public const string Relation = "urn:soctranggeo:rel:coverage";

    /// <summary>Paths and ids of its grids, and of the zones of uncovered people; none of a theme without a network over known ground.</summary>
    public static IEnumerable<(string Path, string Id)> Of(Theme theme)
    {
        if (!theme.Criteria.SelectMany(c => c.Measure.All()).OfType<Measure.Coverage>().Any(c => c.Radio.Ground is not null))
            return [];
        var grids = Grids(theme.Id);
        return theme.Population is null ? grids : grids.Append(($"/collections/uncovered-{theme.Id}", $"uncovered-{theme.Id}"));
    }

    /// <summary>Paths and ids of the grids of a coverage whose ids end in a suffix.</summary>
    public static IEnumerable<(string Path, string Id)> Grids(string suffix) =>
        Enum.GetValues<CoverageLayer>().Select(l => $"{CoverageLayerName.Of(l)}-{suffix}").Select(id => ($"/grids/{id}", id));
}
