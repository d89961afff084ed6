using Geo.Engine.Grids.Surfaces;
using Geo.Engine.Suitability;
using Geo.Engine.Yaml;

namespace Geo.Engine.Scenarios.Reading;

/// <summary>Reads measures that look around a cell: sums, shares, densities, slopes.</summary>
internal static class NeighbourhoodReader
{
    private static readonly Dictionary<string, DensityKernel> Kernels = new()
    {
        ["uniform"] = DensityKernel.Uniform,
        ["quartic"] = DensityKernel.Quartic,
        ["gaussian"] = DensityKernel.Gaussian,
    };

    private static readonly Dictionary<string, SlopeUnit> SlopeUnits = new() { ["deg"] = SlopeUnit.Degrees, ["%"] = SlopeUnit.Percent };

    /// <summary><c>sum_within</c>: counts within a radius.</summary>
    public static Measure? SumWithin(YamlMapping mapping, ReadingContext context)
    {
        var from = mapping.Required("from");
        var grid = context.Grid(from);
        RefuseCodes(grid, from);
        var radius = Radius(mapping);
        context.Evidence(mapping);
        return grid is null || radius is null ? null : new Measure.SumWithin(grid, radius.Value);
    }

    /// <summary><c>class_share</c>: share of categories within a radius.</summary>
    public static Measure? ClassShare(YamlMapping mapping, ReadingContext context)
    {
        var from = mapping.Required("from");
        var grid = context.Grid(from);
        if (grid is { IsCategorical: false })
            from!.Fault(new("class_share cần lưới phân loại", "class_share needs a categorical grid")); // it named the grid
        var codes = DerivedSection.Codes(mapping.Required("values"));
        var radius = Radius(mapping);
        context.Evidence(mapping);
        return grid is null || codes is null || radius is null ? null : new Measure.ClassShare(grid, codes, radius.Value);
    }

    /// <summary><c>point_density</c> and <c>line_density</c>.</summary>
    public static Measure? Density(YamlMapping mapping, ReadingContext context, bool ofLines)
    {
        var features = context.Features(mapping.Required("from"));
        var kernel = mapping.Optional("kernel")?.OneOf(Kernels) ?? DensityKernel.Quartic;
        var radius = Radius(mapping);
        var weight = mapping.Optional("column")?.Text();
        context.Evidence(mapping);
        return features is null || radius is null ? null : new Measure.Density(features, ofLines, kernel, radius.Value, weight);
    }

    /// <summary><c>slope</c> of a grid of heights.</summary>
    public static Measure? Slope(YamlMapping mapping, ReadingContext context)
    {
        var from = mapping.Required("from");
        var grid = context.Grid(from);
        RefuseCodes(grid, from);
        if (from?.Text() is { } name && context.Layers.TryGetValue(name, out var layer) && layer.Unit is { } unit && unit != "m")
            from.Fault(new($"độ cao của '{name}' tính bằng {unit}; độ dốc cần mét như cạnh ô", $"the heights of '{name}' are in {unit}; a slope needs metres, as cells are"));
        var slopeUnit = mapping.Optional("unit")?.OneOf(SlopeUnits) ?? SlopeUnit.Degrees;
        return grid is null ? null : new Measure.Steepness(grid, slopeUnit);
    }

    private static double? Radius(YamlMapping mapping) => mapping.Required("radius_m")?.Number(1, DerivedSection.GreatestMetres);

    private static void RefuseCodes(GridSource? grid, YamlValue? place)
    {
        if (grid is { IsCategorical: true })
            place!.Fault(new("mã phân loại không phải là lượng đo", "codes of categories are not amounts"), new("dùng class_share cho tỷ lệ của một loại", "use class_share for the share of a category")); // it named the grid
    }
}
