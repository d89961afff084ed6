using System.Globalization;
using Geo.Engine.Suitability;
using Geo.Engine.Yaml;

namespace Geo.Engine.Scenarios.Reading;

/// <summary>
/// Reads <c>op: radio_…</c>: the rural macro model, which knows distances only, or ITU-R P.1812 over terrain, clutter and sea.
/// </summary>
internal static class RadioReader
{
    private const double MostReachMetres = 100_000;
    private const double LeastReachMetres = 250;
    private const double UsualGradient = 45;
    private const double UsualSeaLevel = 380;

    private static readonly Dictionary<string, bool> Models = new() { ["rma"] = false, ["p1812"] = true };

    // whether roofs and trees are in the heights; "surface" alone is understood only to be refused
    private static readonly Dictionary<string, bool> TerrainModels = new() { ["ground"] = false, ["surface_as_ground"] = true, ["surface"] = true };

    private static readonly Dictionary<string, RadioPlace> Places = new()
    {
        ["outdoor"] = RadioPlace.Outdoor, ["indoor_traditional"] = RadioPlace.IndoorTraditional, ["indoor_efficient"] = RadioPlace.IndoorEfficient,
    };

    /// <summary>The measure, or null with the reasons among the problems.</summary>
    public static Measure.Coverage? Read(YamlMapping mapping, ReadingContext context, CoverageQuantity quantity)
    {
        var masts = context.Features(mapping.Required("from"));
        var model = mapping.Optional("model");
        var overGround = model?.OneOf(Models) ?? false;
        var threshold = mapping.Required("threshold_dbm")?.Number(-160, 0);
        var receiver = mapping.Optional("receiver_m")?.Number(1, 10) ?? 1.5;
        var reach = overGround
            ? mapping.Optional("reach_m")?.Number(LeastReachMetres, MostReachMetres) ?? 15_000
            : mapping.Optional("reach_m")?.Number(10, 5_000) ?? 5_000;
        var ground = overGround ? Ground(mapping, context) : null;
        if (!overGround && quantity > CoverageQuantity.Probability)
            mapping.Fault(new("phép tính này cần model: p1812", "this operation needs model: p1812"), new("mô hình rma không biết nhiễu và địa hình", "the model rma knows neither interference nor terrain"));
        var calibration = ReadingContext.Identifier(mapping.Optional("calibration"));
        context.Evidence(mapping);
        return masts is null || threshold is null || (overGround && ground is null)
            ? null
            : new Measure.Coverage(masts, quantity, new RadioSettings(receiver, threshold.Value, reach) { Ground = ground, Calibration = calibration });
    }

    private static RadioGround? Ground(YamlMapping mapping, ReadingContext context)
    {
        var heights = context.Grid(mapping.Required("terrain"));
        var kind = mapping.Required("terrain_model");
        var isSurface = kind?.OneOf(TerrainModels);
        if (kind?.Text() == "surface")
            kind.Fault(
                new("mô hình bề mặt chứa mái nhà và ngọn cây, không phải mặt đất", "a surface model holds roofs and tree tops, not ground"),
                new("dùng mô hình mặt đất, hoặc viết surface_as_ground nếu chấp nhận", "use a model of the ground, or write surface_as_ground if that is meant"));
        var clutter = mapping.Optional("clutter");
        var cover = clutter is null ? null : context.Grid(clutter);
        if (cover is { IsCategorical: false })
            clutter!.Fault(new("lớp phủ phải là lưới phân loại", "land cover must be a categorical grid")); // it named the grid
        if (clutter is not null && isSurface == true)
            clutter.Fault(new("mô hình bề mặt đã chứa cây và nhà", "a surface model holds trees and houses already"), new("bỏ clutter", "leave clutter out"));
        var metres = clutter is null ? [] : ClutterMetres(mapping.Required("clutter_m"));
        var land = mapping.Optional("land") is { } named ? context.Features(named) : null;
        var water = mapping.Optional("water_level_m")?.Number(-10, 10) ?? 0;
        var place = mapping.Optional("place")?.OneOf(Places) ?? RadioPlace.Outdoor;
        var (gradient, seaLevel) = Air(mapping.Optional("refractivity")?.Mapping(), context);
        var cell = mapping.Optional("cell_m")?.Number(10, 2_000) ?? 90;
        return heights is null || isSurface is null
            ? null
            : new RadioGround
            {
                Heights = heights,
                IsSurfaceTakenAsGround = isSurface.Value,
                LandCover = cover,
                ClutterMetres = metres,
                Land = land,
                WaterLevelMetres = water,
                RefractivityGradient = gradient ?? UsualGradient,
                SeaLevelRefractivity = seaLevel ?? UsualSeaLevel,
                Place = place,
                CellMetres = cell,
            };
    }

    // the ITU's maps may not be passed on, so the numbers stand in the file, with where they come from
    private static (double? Gradient, double? SeaLevel) Air(YamlMapping? mapping, ReadingContext context)
    {
        if (mapping is null)
            return (null, null);
        var (gradient, seaLevel) = (mapping.Optional("gradient")?.Number(0, 150), mapping.Optional("sea_level")?.Number(250, 450));
        context.Evidence(mapping);
        mapping.Finish();
        return (gradient, seaLevel);
    }

    private static SortedDictionary<int, double> ClutterMetres(YamlValue? value)
    {
        var metres = new SortedDictionary<int, double>();
        foreach (var (name, height) in value?.Mapping()?.Entries() ?? [])
            if (!int.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code))
                height.Fault(new($"'{name}' không phải là mã lớp phủ", $"'{name}' is not a code of land cover"));
            else if (height.Number(0, 100) is { } tall)
                metres[code] = tall;
        return metres;
    }
}
