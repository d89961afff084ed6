using System.Globalization;
using System.Text.Json;
using Geo.Api.Http;
using Geo.Api.Tiles;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Entry;
using Geo.Engine.Radio.Networks;
using Geo.Engine.Radio.Spectrum;
using Geo.Engine.Radio.Terrain;
using NetTopologySuite.Geometries;

namespace Geo.Api.Processes;

/// <summary>The inputs of <see cref="NetworkProcess"/> as sites, landscape, people and units, or everything that is wrong with them.</summary>
internal sealed class NetworkInputs(IFeatureStore store, GridCatalog grids)
{
    private const int MostUnits = 1_000;
    private readonly FeatureInput _features = new(store);

    /// <summary>Reads all inputs; <see cref="NetworkTask.Faults"/> says whether the rest can be used.</summary>
    public async Task<NetworkTask> ReadAsync(ProcessInputs inputs, GridFrame frame, int threads, CancellationToken cancellation)
    {
        var faults = new List<ParameterFault>();
        var settings = SettingsOf(inputs);
        var around = frame.WithHalo((int)Math.Ceiling(settings.RadiusMetres / frame.CellSizeMetres));
        var sites = await SitesAsync(inputs, faults, cancellation);
        var heights = await GridAsync("terrain", inputs, faults, cancellation);
        var cover = await GridAsync("landCover", inputs, faults, cancellation);
        var stored = await GridAsync("population", inputs, faults, cancellation);
        var (_, land) = await FeaturesAsync("land", inputs, faults, cancellation);
        var (unitLayer, units) = await FeaturesAsync("units", inputs, faults, cancellation);
        if (units.Count > MostUnits)
            faults.Add(new ParameterFault("inputs.units", $"{units.Count}", new($"không quá {MostUnits} đơn vị", $"at most {MostUnits} units")));
        var clutter = ClutterOf(inputs, faults);
        var people = stored is null ? null : Resampling.SpreadCounts(stored, frame, threads, cancellation);
        if (people is not null && CoveredPeople.Fault(people) is { } unfit)
            faults.Add(new ParameterFault("inputs.population", inputs.Text("population") ?? "", unfit) { IsSentence = true });
        if (faults.Count > 0 || heights is null)
            return new NetworkTask(faults, settings, [], null, null, null, []);
        var landscape = LandscapeOf(inputs, heights, cover, clutter, land, around, faults, threads, cancellation);
        if (landscape is not null)
            faults.AddRange(NetworkCheck.Problems(sites, settings, landscape).Select(p => new ParameterFault("inputs.sites", "", p) { IsSentence = true }));
        return new NetworkTask(faults, settings, sites, landscape, people, unitLayer, units);
    }

    private static NetworkSettings SettingsOf(ProcessInputs inputs) => new()
    {
        ThresholdDbm = inputs.Number("threshold"),
        ReceiverHeightMetres = inputs.Number("receiverHeight"),
        RadiusMetres = inputs.Number("reach"),
        Building = inputs.Text("place") switch { "indoor_traditional" => BuildingKind.Traditional, "indoor_efficient" => BuildingKind.ThermallyEfficient, _ => null },
    };

    private static Landscape? LandscapeOf(
        ProcessInputs inputs, Grid<float> heights, Grid<float>? cover, Dictionary<int, double> clutter, IReadOnlyList<Feature> land, GridFrame frame, List<ParameterFault> faults, int threads, CancellationToken cancellation)
    {
        var problems = new List<BilingualText>();
        var layers = new LandscapeLayers
        {
            Heights = heights,
            Model = inputs.Text("terrainModel") switch { "ground" => HeightModel.Ground, "surface_as_ground" => HeightModel.SurfaceTakenAsGround, _ => HeightModel.Surface },
            LandCover = cover,
            ClutterMetres = clutter,
            Sea = land.Count == 0 ? null : SeaOf(land, frame),
            WaterLevelMetres = inputs.Number("waterLevel"),
        };
        var landscape = Landscape.Of(layers, frame, problems, threads, cancellation);
        faults.AddRange(problems.Select(p => new ParameterFault("inputs.terrain", inputs.Text("terrain") ?? "", p) { IsSentence = true }));
        return landscape;
    }

    private static Grid<byte> SeaOf(IReadOnlyList<Feature> land, GridFrame frame)
    {
        var projection = Projection.Between(CoordinateSystems.Crs84, frame.System);
        var sea = new Grid<byte>(frame);
        sea.Cells.Fill(1);
        foreach (var feature in land)
            if (feature.Geometry is { } polygon)
                Rasteriser.Burn(sea, projection.Transform(polygon), (byte)0, CellRule.Centre);
        return sea;
    }

    private static Dictionary<int, double> ClutterOf(ProcessInputs inputs, List<ParameterFault> faults)
    {
        var heights = new Dictionary<int, double>();
        foreach (var member in inputs.Find("clutterHeights")?.EnumerateObject() ?? default)
            if (int.TryParse(member.Name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code) && member.Value.ValueKind == JsonValueKind.Number)
                heights[code] = member.Value.GetDouble();
            else
                faults.Add(new ParameterFault("inputs.clutterHeights", member.Name, new("mã lớp phủ và số mét", "a code of land cover and a number of metres")));
        return heights;
    }

    private async Task<Grid<float>?> GridAsync(string input, ProcessInputs inputs, List<ParameterFault> faults, CancellationToken cancellation)
    {
        if (inputs.Text(input) is not { } id)
            return null;
        if (await grids.FindAsync(id, cancellation) is not { } grid)
        {
            var known = string.Join(", ", (await grids.ListAsync(cancellation)).Take(50));
            faults.Add(new ParameterFault($"inputs.{input}", id, new(known, known)));
            return null;
        }

        var values = await grids.ValuesAsync(grid, cancellation);
        if (values.Frame.System.Code == CoordinateSystems.Vn2000Tm3Zone10530.Code)
            return values;
        faults.Add(new ParameterFault($"inputs.{input}", $"{id} ({values.Frame.System.Code})", new("lưới trong EPSG:9209", "a grid in EPSG:9209")));
        return null;
    }

    private async Task<(LayerDefinition? Layer, IReadOnlyList<Feature> Features)> FeaturesAsync(string input, ProcessInputs inputs, List<ParameterFault> faults, CancellationToken cancellation)
    {
        if (inputs.Find(input) is not { } value)
            return (null, []);
        var (layer, features, fault) = await _features.ReadAsync(input, value, cancellation);
        if (fault is not null)
            faults.Add(fault);
        else if (features.Any(f => f.Geometry is not (null or Polygon or MultiPolygon)))
            faults.Add(new ParameterFault($"inputs.{input}", layer!.Id, new("đa giác", "polygons"))); // there is no fault
        return (layer, features);
    }

    private async Task<IReadOnlyList<NetworkSite>> SitesAsync(ProcessInputs inputs, List<ParameterFault> faults, CancellationToken cancellation)
    {
        var (layer, features, fault) = await _features.ReadAsync("sites", inputs.Find("sites")!.Value, cancellation); // required
        if (fault is not null || layer is null)
        {
            faults.Add(fault!); // one of the two is always there
            return [];
        }

        var problems = new List<BilingualText>();
        var rows = MastRowsOf(layer, features);
        if (rows.Count == 0)
            problems.Add(new("không có điểm nào", "no point among the features"));
        var sites = MastTable.Sites(rows, SpectrumTable.Bundled, problems);
        faults.AddRange(problems.Select(p => new ParameterFault("inputs.sites", layer.Id, p) { IsSentence = true }));
        return sites;
    }

    private static List<MastRow> MastRowsOf(LayerDefinition layer, IReadOnlyList<Feature> features)
    {
        var projection = Projection.Between(CoordinateSystems.Crs84, CoordinateSystems.Vn2000Tm3Zone10530);
        var columns = layer.Properties.Select(p => p.Name).ToList();
        object? Value(Feature feature, string column) => columns.IndexOf(column) is >= 0 and var index ? feature.Values[index] : null;
        double Number(Feature feature, string column) => Value(feature, column) switch { double number => number, long number => number, _ => double.NaN };
        string Text(Feature feature, string column) => Convert.ToString(Value(feature, column), CultureInfo.InvariantCulture) ?? "";
        return [.. features.Where(f => f.Geometry is Point { IsEmpty: false }).Select(f => (Feature: f, At: (Point)projection.Transform(f.Geometry!))).Select(m => new MastRow // a point, as chosen before
        {
            Id = $"{Text(m.Feature, "site")} (feature {m.Feature.Id})".TrimStart(),
            X = m.At.X,
            Y = m.At.Y,
            HeightMetres = Number(m.Feature, "height_m"),
            Band = Text(m.Feature, "band"),
            EirpDbm = Number(m.Feature, "eirp_re_dbm"),
            Operator = Text(m.Feature, "operator"),
            Antenna = Text(m.Feature, "antenna"),
            BearingDegrees = Number(m.Feature, "bearing_deg"),
            TiltDegrees = Number(m.Feature, "tilt_deg"),
            ElectricalTiltDegrees = Number(m.Feature, "electrical_tilt_deg"),
            Load = Number(m.Feature, "load"),
        })];
    }
}
