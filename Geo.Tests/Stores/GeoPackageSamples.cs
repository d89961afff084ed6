using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Geo.Tests.Stores;

/// <summary>Layers that together use all there is in a GeoPackage of ours.</summary>
internal static class GeoPackageSamples
{
    /// <summary>Three layers: points in degrees, polygons with heights in metres, a table.</summary>
    public static LayerContent[] All => [Points("points", 300), Zones(), Table()];

    /// <summary>Points on a diagonal from (105, 9), a thousandth of a degree apart.</summary>
    public static LayerContent Points(string id, int count) => new(
        Definition(id, GeometryKind.Point, CoordinateSystems.Crs84, new PropertyDefinition("name", PropertyType.Text)),
        Enumerable.Range(1, count).Select(i => new Feature(i, new Point(105 + (i / 1000.0), 9 + (i / 1000.0)), [$"p{i}"])).ToAsyncEnumerable());

    public static LayerDefinition Definition(string id, GeometryKind kind, CoordinateSystem system, params PropertyDefinition[] properties) => new()
    {
        Id = id,
        Title = new BilingualText("Lớp thử", "Test layer"),
        Description = new BilingualText("Để thử", "For tests"),
        GeometryKind = kind,
        System = system,
        Properties = properties,
        Provenance = new LayerProvenance("test", "CC0-1.0", "nobody", "2025", LayerStatus.Surveyed, null),
    };

    private static LayerContent Zones()
    {
        PropertyDefinition[] properties = [new("flag", PropertyType.Boolean), new("day", PropertyType.Date), new("moment", PropertyType.DateTime), new("area", PropertyType.Number)];
        Feature[] rows =
        [
            new(1, new WKTReader().Read("MULTIPOLYGON Z(((551000 1061000 1, 552000 1061000 1, 552000 1062000 1, 551000 1061000 1)))"), [true, new DateOnly(2025, 6, 30), new DateTime(2025, 7, 1, 2, 3, 4, 567, DateTimeKind.Utc), 50.0]),
            new(2, null, [null, null, null, null]),
            new(5, new WKTReader().Read("MULTIPOLYGON EMPTY"), [false, null, null, 0.1]),
        ];
        return new(Definition("đất.ven biển", GeometryKind.MultiPolygon, CoordinateSystems.Vn2000Tm3Zone10530, properties), rows.ToAsyncEnumerable());
    }

    private static LayerContent Table() => new(
        Definition("prices", GeometryKind.None, CoordinateSystems.Crs84, new PropertyDefinition("price", PropertyType.Integer)),
        new[] { new Feature(1, null, [5L]) }.ToAsyncEnumerable());
}
