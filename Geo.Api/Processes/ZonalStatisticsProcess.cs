using System.Text.Json.Nodes;
using Geo.Api.Http;
using Geo.Api.Tiles;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using NetTopologySuite.Geometries;

namespace Geo.Api.Processes;

/// <summary>What a grid holds in each of some polygons.</summary>
internal sealed class ZonalStatisticsProcess(IFeatureStore store, GridCatalog grids) : Process
{
    private const long MostCells = 2_000_000_000;
    private readonly FeatureInput _features = new(store);

    public override ProcessDescription Description { get; } = new()
    {
        Id = "zonal-statistics",
        Title = new("Thống kê theo vùng", "Zonal statistics"),
        Description = new(
            "Số ô, trung bình, nhỏ nhất, lớn nhất, tổng của một lưới trong từng đa giác; với lưới phân loại thêm hecta từng mã. Ô thuộc đa giác chứa tâm của nó; các đa giác được phép chồng nhau.",
            "Cells, mean, minimum, maximum and sum of a grid in each polygon; of a categorical grid also the hectares of each code. A cell belongs to the polygon that holds its centre; polygons may overlap."),
        Keywords = ["statistics", "grid"],
        Inputs =
        [
            new("grid", new("Lưới", "Grid"), new("Mã một lưới trong kho.", "Id of a grid in the store."), new InputKind.Text(200)),
            new("zones", new("Các vùng", "Zones"), new("Mã một lớp đa giác, hoặc GeoJSON.", "Id of a collection of polygons, or GeoJSON."), FeatureInput.Kind),
        ],
        Outputs =
        [
            ProcessOutput.Document("statistics", new("Thống kê", "Statistics"), new("Một mục cho mỗi vùng, theo thứ tự của đầu vào.", "One entry for each zone, in the order of the input.")),
            ProcessOutput.Features("zones", new("Các vùng kèm thống kê", "Zones with statistics"), new("Các vùng với các cột cells, nodata_cells, area_ha, mean, min, max, sum.", "The zones with columns cells, nodata_cells, area_ha, mean, min, max, sum.")),
        ],
        IsQuick = true,
    };

    private static readonly PropertyDefinition[] Columns =
    [
        new("cells", PropertyType.Integer), new("nodata_cells", PropertyType.Integer), new("area_ha", PropertyType.Number), new("mean", PropertyType.Number),
        new("min", PropertyType.Number), new("max", PropertyType.Number), new("sum", PropertyType.Number),
    ];

    public override async Task<IReadOnlyList<ParameterFault>> JudgeAsync(ProcessInputs inputs, CancellationToken cancellation)
    {
        var faults = new List<ParameterFault>();
        var grid = inputs.Text("grid") ?? "";
        if (await grids.FindAsync(grid, cancellation) is null)
        {
            var known = string.Join(", ", (await grids.ListAsync(cancellation)).Take(50));
            faults.Add(new ParameterFault("inputs.grid", grid, new(known, known)));
        }
        var (layer, features, fault) = await _features.ReadAsync("zones", inputs.Find("zones")!.Value, cancellation); // required
        if (fault is not null)
            faults.Add(fault);
        else if (layer is not null && features.Any(f => f.Geometry is not (null or Polygon or MultiPolygon)))
            faults.Add(new ParameterFault("inputs.zones", layer.Id, new("đa giác", "polygons")));
        return faults;
    }

    public override async Task<ProcessResult> RunAsync(ProcessWork work, CancellationToken cancellation)
    {
        var grid = await grids.FindAsync(work.Inputs.Text("grid") ?? "", cancellation) ?? throw new ProcessFailedException("no-such-grid", new("Lưới không còn nữa.", "The grid is gone."));
        var (layer, features, fault) = await _features.ReadAsync("zones", work.Inputs.Find("zones")!.Value, cancellation); // required
        if (layer is null)
            throw new ProcessFailedException("invalid-input", fault!.Told); // one of the two is always there
        work.Progress.Report(new StepProgress(new("Đọc lưới", "Reading the grid"), 0.1));
        var values = await grids.ValuesAsync(grid, cancellation);
        work.Progress.Report(new StepProgress(new("Thống kê từng vùng", "Counting each zone"), 0.3));
        var counted = await Task.Run(() => Count(grid.Layer, values, features, cancellation), cancellation);
        var zones = new LayerContent(
            layer with { Id = $"{grid.Layer.Id}-statistics", Properties = [.. layer.Properties.Where(p => Columns.All(c => c.Name != p.Name)), .. Columns] },
            features.Zip(counted, (f, c) => f with { Values = [.. Kept(layer, f), .. Numbers(c.Statistics)] }).ToAsyncEnumerable());
        return new ProcessResult(
            OutputContent.Json("statistics", new JsonObject { ["grid"] = grid.Layer.Id, ["unit"] = grid.Layer.Unit, ["zones"] = new JsonArray([.. features.Zip(counted, (f, c) => (JsonNode)Entry(f, c))]) }),
            await OutputContent.FeaturesAsync("zones", zones, cancellation));
    }

    private static List<(ZoneStatistics Statistics, JsonArray? Codes)> Count(GridLayer grid, Grid<float> values, IReadOnlyList<Feature> zones, CancellationToken cancellation)
    {
        var projection = Projection.Between(CoordinateSystems.Crs84, values.Frame.System);
        var (counted, looked) = (new List<(ZoneStatistics, JsonArray?)>(), 0L);
        foreach (var zone in zones)
        {
            var cells = zone.Geometry is { } polygon ? PolygonCells.Of(values.Frame, projection.Transform(polygon)) : null;
            if ((looked += cells?.WindowCells ?? 0) > MostCells)
                throw new ProcessFailedException("too-large", new($"Các vùng phủ hơn {MostCells} ô.", $"The zones lie on more than {MostCells} cells."));
            counted.Add((cells?.Statistics(values, cancellation) ?? new ZoneStatistics(0, 0, 0, 0, float.NaN, float.NaN), grid.IsCategorical ? Codes(grid, cells, values, cancellation) : null));
        }
        return counted;
    }

    private static JsonArray Codes(GridLayer grid, PolygonCells? cells, Grid<float> values, CancellationToken cancellation) =>
        [.. (cells?.Codes(values, cancellation) ?? []).Select(c => (JsonNode)new JsonObject
        {
            ["code"] = c.Code,
            ["name"] = Palette.EntryOf(grid.Legend, c.Code)?.Label is { } label ? new JsonObject { ["vi"] = label.Vi, ["en"] = label.En } : null,
            ["cells"] = c.Cells,
            ["hectares"] = c.Hectares,
        })];

    private static JsonObject Entry(Feature zone, (ZoneStatistics Statistics, JsonArray? Codes) counted)
    {
        var entry = new JsonObject { ["id"] = zone.Id };
        foreach (var (column, value) in Columns.Zip(Numbers(counted.Statistics)))
            entry[column.Name] = value switch { long whole => whole, double number => number, _ => null };
        if (counted.Codes is { } codes)
            entry["codes"] = codes;
        return entry;
    }

    private static object?[] Numbers(ZoneStatistics zone) =>
        [zone.Cells, zone.NodataCells, zone.Hectares, Finite(zone.Mean), Finite(zone.Minimum), Finite(zone.Maximum), zone.Sum];

    private static double? Finite(double number) => double.IsFinite(number) ? number : null;

    private static IEnumerable<object?> Kept(LayerDefinition layer, Feature feature) =>
        layer.Properties.Zip(feature.Values).Where(p => Columns.All(c => c.Name != p.First.Name)).Select(p => p.Second);
}
