using Geo.Engine.Grids.Surfaces;
using Geo.Engine.Suitability;
using Geo.Engine.Yaml;

namespace Geo.Engine.Scenarios.Reading;

/// <summary>Reads <c>interpolate</c>: values of stations carried to all cells.</summary>
internal static class InterpolationReader
{
    private enum Method
    {
        InverseDistance,
        NaturalNeighbours,
        Kriging,
    }

    private static readonly Dictionary<string, Method> Methods = new()
    {
        ["idw"] = Method.InverseDistance,
        ["natural_neighbour"] = Method.NaturalNeighbours,
        ["kriging"] = Method.Kriging,
    };

    private static readonly Dictionary<string, VariogramModel> Models = new()
    {
        ["spherical"] = VariogramModel.Spherical,
        ["exponential"] = VariogramModel.Exponential,
        ["gaussian"] = VariogramModel.Gaussian,
    };

    private static readonly Dictionary<string, KrigingOutput> Outputs = new() { ["value"] = KrigingOutput.Value, ["standard_error"] = KrigingOutput.StandardError };

    /// <summary>The measure, or null with the reasons among the problems.</summary>
    public static Measure? Read(YamlMapping mapping, ReadingContext context)
    {
        var stations = context.Features(mapping.Required("from"));
        var column = mapping.Required("column")?.Text();
        var unit = mapping.Optional("unit")?.Text();
        var method = mapping.Optional("method")?.OneOf(Methods) ?? Method.InverseDistance;
        Measure? Made(Func<FeatureSource, string, Measure?> make) => stations is null || column is null ? null : make(stations, column);
        switch (method)
        {
            case Method.NaturalNeighbours:
                context.Evidence(mapping);
                return Made((from, name) => new Measure.NaturalNeighbours(from, name, unit));
            case Method.Kriging:
                var (model, frozen) = Variogram(mapping.Required("variogram"));
                var output = mapping.Optional("output")?.OneOf(Outputs) ?? KrigingOutput.Value;
                context.Evidence(mapping);
                return Made((from, name) => model is { } known ? new Measure.Kriged(from, name, unit, known, frozen, output) : null);
            default:
                var power = mapping.Optional("power")?.Number(0.1, 16) ?? 2;
                var reach = mapping.Optional("reach_m")?.Number(1, DerivedSection.GreatestMetres) ?? 5_000;
                var water = mapping.Optional("along")?.List()?.Select(context.Features).OfType<FeatureSource>().ToList() ?? [];
                context.Evidence(mapping);
                return Made((from, name) => new Measure.Interpolated(from, name, power, unit, water, reach));
        }
    }

    // A model alone is fitted to the stations; with one of its numbers it needs all three.
    private static (VariogramModel? Model, Variogram? Frozen) Variogram(YamlValue? section)
    {
        if (section?.Mapping() is not { } mapping)
            return default;
        var model = mapping.Required("model")?.OneOf(Models);
        var (nugget, sill, range) = (mapping.Optional("nugget"), mapping.Optional("partial_sill"), mapping.Optional("range_m"));
        if (nugget is null && sill is null && range is null)
        {
            mapping.Finish();
            return (model, null);
        }
        var numbers = (
            Nugget: (nugget ?? mapping.Required("nugget"))?.Number(0, 1e12),
            Sill: (sill ?? mapping.Required("partial_sill"))?.Number(0, 1e12),
            Range: (range ?? mapping.Required("range_m"))?.Number(1, 1e7));
        mapping.Finish();
        if (numbers.Nugget + numbers.Sill == 0)
            mapping.Fault(new("nugget và partial_sill đều bằng 0", "nugget and partial_sill are both 0"));
        return model is { } known && numbers is ({ } n, { } s, { } r) ? (model, new Variogram(known, n, s, r)) : (null, null);
    }
}
