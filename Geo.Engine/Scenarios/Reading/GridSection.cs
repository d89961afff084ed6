using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Suitability;
using Geo.Engine.Yaml;
using Geo.Engine.Zoning;

namespace Geo.Engine.Scenarios.Reading;

/// <summary>Reads <c>grid:</c> and <c>zones:</c>.</summary>
internal static class GridSection
{
    private const int MostCellsOnASide = 100_000;
    private const double DefaultHaloMetres = 3_000;

    private static readonly Dictionary<string, SuitabilityClass> LowestClasses = new()
    {
        ["S1"] = SuitabilityClass.S1,
        ["S2"] = SuitabilityClass.S2,
        ["S3"] = SuitabilityClass.S3,
        ["N"] = SuitabilityClass.N,
    };

    /// <summary>The frame and the width of its halo in cells.</summary>
    public static (GridFrame Frame, int HaloCells)? Read(YamlValue? section)
    {
        if (section?.Mapping() is not { } mapping)
            return null;
        var system = System(mapping.Required("crs"));
        var cell = mapping.Required("cell")?.Number(1, 10_000);
        var origin = Pair(mapping.Required("origin"), v => v.Number(-1e7, 1e7));
        var size = Pair(mapping.Required("size"), v => v.Whole(1, MostCellsOnASide));
        var halo = mapping.Optional("halo_m")?.Number(0, 100_000) ?? DefaultHaloMetres;
        mapping.Finish();
        if (system is null || cell is null || origin is null || size is null)
            return null;
        var (columns, rows) = ((int)size.Value.First, (int)size.Value.Second);
        var frame = new GridFrame(system, origin.Value.First, origin.Value.Second + (rows * cell.Value), cell.Value, rows, columns);
        return (frame, (int)Math.Ceiling(halo / cell.Value));
    }

    /// <summary>How zones are cut.</summary>
    public static ZoneSettings Zones(YamlValue? section, ReadingContext context)
    {
        if (section?.Mapping() is not { } mapping)
            return new ZoneSettings(SuitabilityClass.S3, false, 0, 0, 0);
        var lowest = mapping.Optional("lowest_class")?.OneOf(LowestClasses) ?? SuitabilityClass.S3;
        var connectivity = mapping.Optional("connectivity");
        var neighbours = connectivity?.Whole() ?? 4;
        if (neighbours is not (4 or 8))
            connectivity!.Fault(new($"connectivity là {neighbours}; được phép 4 và 8", $"connectivity is {neighbours}; allowed are 4 and 8")); // 4 is the default
        var settings = new ZoneSettings(
            lowest,
            neighbours == 8,
            mapping.Optional("min_area_ha")?.Number(0, 1e6) ?? 0,
            mapping.Optional("fill_holes_ha")?.Number(0, 1e6) ?? 0,
            mapping.Optional("min_patch_ha")?.Number(0, 1e6) ?? 0);
        context.Evidence(mapping);
        mapping.Finish();
        return settings;
    }

    private static CoordinateSystem? System(YamlValue? value)
    {
        var code = value?.Text();
        if (code is null)
            return null;
        var projected = CoordinateSystems.All.Where(s => !s.IsGeographic && s != CoordinateSystems.WebMercator).ToList();
        var system = projected.FirstOrDefault(s => s.Code.Equals(code, StringComparison.OrdinalIgnoreCase));
        if (system is null)
            value!.Fault(new($"'{code}' không phải là hệ tọa độ để đo; được phép: {string.Join(", ", projected.Select(s => s.Code))}", $"'{code}' is not a system to measure in; allowed: {string.Join(", ", projected.Select(s => s.Code))}")); // text came from it
        return system;
    }

    private static (double First, double Second)? Pair(YamlValue? value, Func<YamlValue, double?> read)
    {
        var numbers = value?.List()?.Select(read).ToList();
        if (numbers is null)
            return null;
        if (numbers.Count == 2)
            return numbers is [{ } first, { } second] ? (first, second) : null;
        value!.Fault(new("cần hai số: đông trước, bắc sau", "two numbers are needed: east first, then north")); // it gave the list
        return null;
    }
}
