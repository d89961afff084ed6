using Geo.Engine.Features;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Scenarios.Publishing;

/// <summary>The layer <c>zones-{theme}</c>.</summary>
internal static class ZoneLayer
{
    /// <summary>The layer with all zones, ids 1..n in the order of the result.</summary>
    public static LayerContent Of(ThemeResult theme, RunManifest run, LayerProvenance provenance) => new(
        new LayerDefinition
        {
            Id = $"zones-{theme.Theme.Id}",
            Title = new($"Vùng thích hợp: {theme.Theme.Title.Vi}", $"Suitable zones: {theme.Theme.Title.En}"),
            Description = new(
                $"Các vùng liền nhau cùng mức thích hợp trong một đơn vị hành chính. {run.Caution?.Vi}".TrimEnd(),
                $"Connected areas of one suitability class within one administrative unit. {run.Caution?.En}".TrimEnd()),
            GeometryKind = GeometryKind.MultiPolygon,
            System = CoordinateSystems.Crs84,
            Properties = Columns(theme),
            Provenance = provenance,
        },
        Features(theme, run).ToAsyncEnumerable());

    private static IReadOnlyList<PropertyDefinition> Columns(ThemeResult theme) =>
    [
        ResultColumns.Text("theme", "Chủ đề", "Theme"),
        ResultColumns.Text("class", "Mức thích hợp (FAO 1976)", "Suitability class (FAO 1976)"),
        ResultColumns.Number("score_mean", "Điểm trung bình", "Mean score"),
        ResultColumns.Number("area_ha", "Diện tích trên mặt đất", "Area on the ground", "ha"),
        ResultColumns.Text("district", "Đơn vị hành chính", "Administrative unit"),
        ResultColumns.Text("unit_code", "Mã đơn vị hành chính", "Code of the administrative unit"),
        .. ResultColumns.Run,
        .. ResultColumns.Yield,
        .. theme.Theme.Population is null ? [] : new[] { ResultColumns.Number("population", "Dân số", "People") },
    ];

    private static IEnumerable<Feature> Features(ThemeResult theme, RunManifest run) =>
        theme.Zones.Select((zone, i) => new Feature(i + 1, AsMulti(zone.Outline),
        [
            theme.Theme.Id,
            zone.Zone.Class.ToString(),
            ResultColumns.Score(zone.Zone.ScoreMean),
            ResultColumns.Area(zone.Zone.AreaHectares),
            zone.DistrictName,
            zone.UnitCode,
            .. ResultColumns.Values(run),
            .. ResultColumns.Values(zone.Yield),
            .. theme.Theme.Population is null ? [] : new[] { ResultColumns.People(zone.Population) },
        ]));

    private static NetTopologySuite.Geometries.Geometry AsMulti(NetTopologySuite.Geometries.Geometry outline) =>
        outline is NetTopologySuite.Geometries.Polygon polygon ? outline.Factory.CreateMultiPolygon([polygon]) : outline;
}
