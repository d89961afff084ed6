using System.Text;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Tests.Fixtures;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Geo.Tests.Scenarios;

/// <summary>
/// A coast of 3.6 x 2.4 km with two districts, a canal, a road, land cover, terrain and people: small enough to work out by hand.
/// Cells of 30 m, 80 rows x 120 columns; the border of the districts runs between columns 59 and 60.
/// </summary>
internal static class SmallCoast
{
    /// <summary>The frame of the scenario.</summary>
    public static GridFrame Frame { get; } = new(CoordinateSystems.Vn2000Tm3Zone10530, 550_000, 1_062_400, 30, 80, 120);

    /// <summary>All layers, as a change for an empty store.</summary>
    public static StoreChange Content() => new()
    {
        Layers =
        [
            Districts(),
            Layer("canals", GeometryKind.LineString, [Text("state")], ["existing"], "LINESTRING (551000 1059000, 551000 1063000)", "planned", "LINESTRING (553000 1059000, 553000 1063000)"),
            Layer("roads", GeometryKind.LineString, [], [], "", "LINESTRING (549000 1060885, 554500 1060885)"),
        ],
        Documents =
        [
            .. Grid("land-cover", LandCover(), new GeoTiffOptions { Nodata = 0 }, isCategorical: true, null, [1, 2, 4, 7]),
            .. Grid("terrain", Terrain(), new GeoTiffOptions(), isCategorical: false, "m", []),
            .. Grid("population", People(), new GeoTiffOptions(), isCategorical: false, null, []),
            new StoredDocument("economy.yaml", "application/yaml", File.ReadAllBytes(Path.Combine(Repository.Data, "economy.yaml"))),
        ],
    };

    /// <summary>Land cover: pond (1) west of column 40, rice (2) to column 80, other (7) beyond; a block of forest (4); two columns without data.</summary>
    public static Grid<byte> LandCover()
    {
        var grid = new Grid<byte>(Frame);
        for (var row = 0; row < Frame.Rows; row++)
            for (var column = 0; column < Frame.Columns; column++)
                grid[row, column] = (byte)(column is 100 or 101 ? 0 : row is >= 60 and < 64 && column is >= 20 and < 26 ? 4 : column < 40 ? 1 : column < 80 ? 2 : 7);
        return grid;
    }

    /// <summary>A layer of CRS84 geometries out of well-known text in the frame's system.</summary>
    public static LayerContent Layer(string id, GeometryKind kind, PropertyDefinition[] columns, object[] first, string firstWkt, params object[] rest)
    {
        var rows = new List<(object[] Values, string Wkt)>();
        if (firstWkt.Length > 0)
            rows.Add((first, firstWkt));
        for (var i = 0; i < rest.Length; i += columns.Length + 1)
            rows.Add(([.. rest.Skip(i).Take(columns.Length)], (string)rest[i + columns.Length]));
        return new LayerContent(
            new LayerDefinition
            {
                Id = id,
                Title = new(id, id),
                Description = new(id, id),
                GeometryKind = kind,
                System = CoordinateSystems.Crs84,
                Properties = columns,
                Provenance = new("made up for tests", "CC0-1.0", "", "2026", LayerStatus.Schematic, 10),
            },
            rows.Select((row, i) => new Feature(i + 1, ToCrs84(row.Wkt), row.Values)).ToAsyncEnumerable());
    }

    /// <summary>A geometry in CRS84 out of well-known text in the frame's system.</summary>
    public static Geometry ToCrs84(string wkt) =>
        Projection.Between(Frame.System, CoordinateSystems.Crs84).Transform(new WKTReader().Read(wkt));

    /// <summary>A text column.</summary>
    public static PropertyDefinition Text(string name) => new(name, PropertyType.Text);

    /// <summary>A grid as its two documents.</summary>
    public static IEnumerable<StoredDocument> Grid<T>(string id, Grid<T> grid, GeoTiffOptions options, bool isCategorical, string? unit, int[] codes)
        where T : unmanaged
    {
        using var stream = new MemoryStream();
        GeoTiffFile.Write(stream, grid, options);
        yield return new StoredDocument($"grids/{id}.tif", "image/tiff; application=geotiff", stream.ToArray());
        var legend = codes.Select(c => new LegendEntry(c, c, "#808080", new($"mã {c}", $"code {c}"))).ToList();
        var layer = new GridLayer(id, new(id, id), new(id, id), isCategorical, unit, new("made up for tests", "CC0-1.0", "", "2026", LayerStatus.Synthetic, null), legend);
        yield return new StoredDocument($"grids/{id}.json", "application/json", GridLayerJson.Write(layer));
    }

    private static LayerContent Districts() => Layer(
        "districts",
        GeometryKind.Polygon,
        [Text("unit_code"), Text("name_vi"), Text("name_en")],
        ["941", "Huyện Tây", "West"],
        "POLYGON ((549000 1059000, 551800 1059000, 551800 1063000, 549000 1063000, 549000 1059000))",
        "942", "Huyện Đông", "East", "POLYGON ((551800 1060300, 553300 1060300, 553300 1063000, 551800 1063000, 551800 1060300))");

    private static Grid<float> Terrain()
    {
        var grid = new Grid<float>(Frame);
        for (var row = 0; row < Frame.Rows; row++)
            for (var column = 0; column < Frame.Columns; column++)
                grid[row, column] = row < 4 ? 0 : 1;
        return grid;
    }

    /// <summary>Persons in cells of 300 m: 9 in each, 8 x 12 of them.</summary>
    private static Grid<int> People()
    {
        var grid = new Grid<int>(Frame with { CellSizeMetres = 300, Rows = 8, Columns = 12 });
        grid.Cells.Fill(9);
        return grid;
    }

    /// <summary>A text as a document.</summary>
    public static StoredDocument Document(string name, string text) => new(name, "application/yaml", Encoding.UTF8.GetBytes(text));
}
