using Geo.Engine.Features;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Radio.Networks;

/// <summary>Zones of uncovered people as a layer, with why and what would help in both languages.</summary>
public static class UncoveredLayer
{
    /// <summary>The layer, in longitude and latitude.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="zones">The zones, ids 1..n in this order.</param>
    /// <param name="system">The system of their outlines.</param>
    /// <param name="provenance">Origin and trust.</param>
    /// <param name="more">Columns beyond those of the zones, with the value that all rows have.</param>
    public static LayerContent Of(
        string id, IReadOnlyList<UncoveredZone> zones, CoordinateSystem system, LayerProvenance provenance, params IReadOnlyList<(PropertyDefinition Column, object? Value)> more)
    {
        var projection = Projection.Between(system, CoordinateSystems.Crs84);
        var layer = new LayerDefinition
        {
            Id = id,
            Title = new("Dân chưa được phủ", "People not covered"),
            Description = new("Các vùng có dân chưa đạt chuẩn, cùng một lý do.", "Zones with people not covered to standard, of one reason."),
            GeometryKind = GeometryKind.Polygon,
            System = CoordinateSystems.Crs84,
            Properties = [.. Columns(), .. more.Select(m => m.Column)],
            Provenance = provenance,
        };
        return new LayerContent(layer, zones.Select((zone, i) => new Feature(i + 1, projection.Transform(zone.Outline), [.. Values(zone), .. more.Select(m => m.Value)])).ToAsyncEnumerable());
    }

    private static PropertyDefinition[] Columns() =>
    [
        new("reason", PropertyType.Text, new("Mã lý do", "Code of the reason")),
        new("reason_vi", PropertyType.Text, new("Lý do", "Reason in Vietnamese")),
        new("reason_en", PropertyType.Text, new("Lý do, tiếng Anh", "Reason")),
        new("remedy_vi", PropertyType.Text, new("Cách khắc phục", "Remedy in Vietnamese")),
        new("remedy_en", PropertyType.Text, new("Cách khắc phục, tiếng Anh", "What would help")),
        new("people", PropertyType.Number, new("Số người", "People")),
        new("area_ha", PropertyType.Number, new("Diện tích", "Area"), "ha"),
        new("shortfall_db", PropertyType.Number, new("Còn thiếu ít nhất", "Least that is missing"), "dB"),
    ];

    private static object?[] Values(UncoveredZone zone)
    {
        var (name, remedy) = (ShortfallRemedy.Name(zone.Reason), ShortfallRemedy.Of(zone.Reason));
        return [zone.Reason.ToString(), name.Vi, name.En, remedy.Vi, remedy.En, zone.People, zone.Hectares, double.IsFinite(zone.ShortfallDb) ? zone.ShortfallDb : null];
    }
}
