using System.Globalization;
using System.Text.Json;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Calibration;
using Geo.Engine.Radio.Entry;
using Geo.Engine.Radio.Networks;
using Geo.Engine.Radio.Terrain;

namespace Geo.Api.Processes;

/// <summary>The radio model and the ground that it is computed over, as inputs of every process that computes radio.</summary>
internal sealed class GroundInputs(IFeatureStore store, GridInput grids, FeatureInput features)
{
    public const string Model = "model";
    public const string OverGround = "p1812";
    public const string Terrain = "terrain";
    public const string LandCover = "landCover";
    public const string Land = "land";
    private const string RuralMacro = "rma";
    public const string TerrainModel = "terrainModel";
    public const string ClutterHeights = "clutterHeights";
    public const string WaterLevel = "waterLevel";
    public const string Place = "place";
    public const string Gradient = "refractivityGradient";
    public const string Refractivity = "seaLevelRefractivity";
    public const string Calibration = "calibration";

    private static readonly string[] OfGroundOnly = [Terrain, TerrainModel, LandCover, ClutterHeights, Land, WaterLevel, Place, Gradient, Refractivity];

    /// <summary>All of them, in the order in which people are asked.</summary>
    public static IReadOnlyList<ProcessInput> All { get; } =
    [
        new ProcessInput(Model, new("Mô hình", "Model"), new("p1812: ITU-R P.1812 trên địa hình; rma: 3GPP RMa, chỉ theo khoảng cách, đến 5 km. Không nói thì p1812 khi có terrain, nếu không thì rma.", "p1812: ITU-R P.1812 over terrain; rma: 3GPP RMa, by distance only, to 5 km. When not said, p1812 where terrain is named, else rma."), new InputKind.Text(20) { Words = [OverGround, RuralMacro] }).Optional(),
        new ProcessInput(Terrain, new("Địa hình", "Terrain"), new("Mã lưới độ cao trên mực biển trung bình; cần cho p1812.", "Id of a grid of heights above mean sea level; p1812 needs it."), new InputKind.Text(200)).Optional(),
        new ProcessInput(TerrainModel, new("Loại độ cao", "Kind of heights"), new("Mặt đất, hoặc mô hình bề mặt được coi là mặt đất; cần cho p1812.", "Ground, or a surface model knowingly taken for it; p1812 needs it."), new InputKind.Text(20) { Words = ["ground", "surface_as_ground"] }).Optional(),
        new ProcessInput(LandCover, new("Lớp phủ", "Land cover"), new("Mã lưới phân loại.", "Id of a categorical grid."), new InputKind.Text(200)).Optional(),
        new ProcessInput(ClutterHeights, new("Chiều cao vật cản", "Clutter heights"), new("Mét theo mã lớp phủ.", "Metres by code of land cover."), new InputKind.Document()).Optional(),
        new ProcessInput(Land, new("Đất liền", "Land"), new("Lớp đa giác; phần còn lại là biển.", "A collection of polygons; the rest is sea."), FeatureInput.Kind).Optional(),
        new ProcessInput(WaterLevel, new("Mực nước", "Water level"), new("Mực nước biển so với trung bình: triều.", "Water at sea above its mean: the tide."), new InputKind.Number(-10, 10) { Unit = "m" }).Optional(0),
        new ProcessInput(Place, new("Nơi thu", "Place"), new("Ngoài trời hoặc trong nhà (P.2109).", "Outdoors, or in a house (P.2109)."), new InputKind.Text(20) { Words = ["outdoor", "indoor_traditional", "indoor_efficient"] }).Optional("outdoor"),
        new ProcessInput(Gradient, new("Gradient khúc xạ", "Refractivity gradient"), new("ΔN của P.1812: khúc xạ giảm bao nhiêu trong kilômét thấp nhất.", "ΔN of P.1812: fall of refractivity in the lowest kilometre."), new InputKind.Number(0, 150) { Unit = "N/km" }).Optional(45),
        new ProcessInput(Refractivity, new("Khúc xạ mực biển", "Sea-level refractivity"), new("N0 của P.1812.", "N0 of P.1812."), new InputKind.Number(250, 450) { Unit = "N" }).Optional(380),
        new ProcessInput(Calibration, new("Hiệu chỉnh", "Calibration"), new("Mã một hiệu chỉnh trong kho (radio calibrate --keep) của cùng mô hình; mức thu được cộng thêm độ lệch của nó theo lớp phủ.", "Id of a calibration in the store (radio calibrate --keep) of the same model; its offsets by land cover are added to levels."), new InputKind.Text(63)).Optional(),
    ];

    /// <summary>Whether the computation is over known ground.</summary>
    public static bool IsOverGround(ProcessInputs inputs) => (inputs.Text(Model) ?? (inputs.Find(Terrain) is null ? RuralMacro : OverGround)) == OverGround;

    /// <summary>What the chosen model lacks, and what was given that it cannot use: nothing is passed over silently.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="described">The inputs that the process has.</param>
    /// <param name="more">Those of them, beyond these here, that only the model over ground can use.</param>
    public static IEnumerable<ParameterFault> ModelFaults(ProcessInputs inputs, IReadOnlyList<ProcessInput> described, params IEnumerable<string> more)
    {
        if (IsOverGround(inputs))
            return new[] { Terrain, TerrainModel }.Where(n => inputs.Find(n) is null).Select(n => new ParameterFault($"inputs.{n}", "", new("bắt buộc với model p1812", "required with model p1812")));
        return OfGroundOnly.Concat(more).Where(n => IsGiven(n, inputs, described)).Select(n => new ParameterFault($"inputs.{n}", inputs.Find(n)!.Value.GetRawText(), new("chỉ cùng với model p1812", "with model p1812 only"))); // it was given
    }

    // what is left out has its default, so a default that is written out is taken for left out
    private static bool IsGiven(string name, ProcessInputs inputs, IReadOnlyList<ProcessInput> described) =>
        inputs.Find(name) is { } value
        && !(described.FirstOrDefault(i => i.Name == name)?.Default is { } otherwise && JsonElement.DeepEquals(value, JsonSerializer.SerializeToElement(otherwise, ApiJson.Default.JsonNode)));

    /// <summary>Receivers and air; what sites reach is for the caller to say.</summary>
    public static NetworkSettings Settings(ProcessInputs inputs, GridFrame frame)
    {
        var box = Projection.Between(frame.System, CoordinateSystems.Crs84).Transform(frame.Extent);
        return new NetworkSettings
        {
            Building = inputs.Text(Place) switch { "indoor_traditional" => BuildingKind.Traditional, "indoor_efficient" => BuildingKind.ThermallyEfficient, _ => null },
            RefractivityGradient = inputs.Number(Gradient),
            SeaLevelRefractivity = inputs.Number(Refractivity),
            LatitudeDegrees = (box.MinY + box.MaxY) / 2,
        };
    }

    /// <summary>The ground on a frame; null with the reasons among the faults.</summary>
    public async Task<Landscape?> ReadAsync(ProcessInputs inputs, GridFrame frame, List<ParameterFault> faults, int threads, CancellationToken cancellation)
    {
        var before = faults.Count;
        var heights = await grids.ReadAsync(Terrain, inputs, faults, cancellation);
        var cover = await grids.ReadAsync(LandCover, inputs, faults, cancellation);
        var (_, land) = await features.ReadPolygonsAsync(Land, inputs, faults, cancellation);
        var clutter = ClutterOf(inputs, faults);
        if (faults.Count > before || heights is null)
            return null;
        var problems = new List<BilingualText>();
        var layers = new LandscapeLayers
        {
            Heights = heights,
            Model = inputs.Text(TerrainModel) == "ground" ? HeightModel.Ground : HeightModel.SurfaceTakenAsGround,
            LandCover = cover,
            ClutterMetres = clutter,
            Sea = land.Count == 0 ? null : SeaOf(land, frame),
            WaterLevelMetres = inputs.Number(WaterLevel),
        };
        var landscape = Landscape.Of(layers, frame, problems, threads, cancellation);
        faults.AddRange(problems.Select(p => new ParameterFault($"inputs.{Terrain}", inputs.Text(Terrain) ?? "", p) { IsSentence = true }));
        return landscape;
    }

    /// <summary>Heights of clutter by class, as far as they are numbers; none without land cover.</summary>
    public static Dictionary<int, double> ClutterMetresOf(ProcessInputs inputs) => inputs.Find(LandCover) is null ? [] : ClutterOf(inputs, []);

    /// <summary>The calibration that is named, on a frame; null when none is, or with the reason among the faults.</summary>
    public async Task<NamedCalibration?> CalibrationAsync(ProcessInputs inputs, GridFrame frame, List<ParameterFault> faults, int threads, CancellationToken cancellation)
    {
        if (inputs.Text(Calibration) is not { } id)
            return null;
        var (before, problems) = (faults.Count, new List<BilingualText>());
        var stored = await StoredCalibration.FindAsync(store, id, problems, cancellation);
        var isOverGround = IsOverGround(inputs);
        var metres = isOverGround ? ClutterMetresOf(inputs) : null;
        if (stored?.Refusal(isOverGround ? MeasuredGround.Model : MeasuredNetwork.Model, metres) is { } refused)
            problems.Add(refused);
        faults.AddRange(problems.Select(p => new ParameterFault($"inputs.{Calibration}", id, p) { IsSentence = true }));
        if (faults.Count > before || stored is null || await grids.ReadAsync(Calibration, stored.Document.Clutter, faults, cancellation) is not { } clutter)
            return null;
        return new NamedCalibration(stored, stored.Offsets(frame, clutter, threads, cancellation));
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
        foreach (var member in inputs.Find(ClutterHeights)?.EnumerateObject() ?? default)
            if (int.TryParse(member.Name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code) && member.Value.ValueKind == JsonValueKind.Number)
                heights[code] = member.Value.GetDouble();
            else
                faults.Add(new ParameterFault($"inputs.{ClutterHeights}", member.Name, new("mã lớp phủ và số mét", "a code of land cover and a number of metres")));
        return heights;
    }
}
