using Geo.Engine.Grids.Surfaces;
using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Whether layers allow what is measured from them.</summary>
internal static class MeasureCheck
{
    private const int FewestStations = 3;

    /// <summary>Problems and warnings of one measure, without its parts.</summary>
    public static IEnumerable<ScenarioProblem> Problems(string path, Measure measure, ScenarioInputs inputs, StudyFrame study) => measure switch
    {
        Measure.NaturalNeighbours stations => Columns(path, stations.Stations, [stations.Column], stations.ValueUnit, inputs, () => Few(path, stations.Stations, stations.Column, inputs)),
        Measure.Kriged stations => Columns(path, stations.Stations, [stations.Column], stations.ValueUnit, inputs, () => Kriging(path, stations, inputs)),
        Measure.NearestFeature nearest => Columns(path, nearest.From, [nearest.Column], nearest.ValueUnit, inputs, () => []),
        Measure.CoveredShare share => Polygonal(path, share, inputs),
        Measure.Density density => Columns(path, density.From, [.. new[] { density.WeightColumn }.OfType<string>()], null, inputs, () => Dimension(path, density, inputs)),
        Measure.ClassShare share when share.RadiusMetres > study.HaloCells * study.Frame.CellSizeMetres => [new(
            path,
            new(
                FormattableString.Invariant($"bán kính {share.RadiusMetres} m vượt vành đai {study.HaloCells * study.Frame.CellSizeMetres} m: ở rìa lưới sẽ thiếu những gì nằm ngoài"),
                FormattableString.Invariant($"the radius of {share.RadiusMetres} m is beyond the halo of {study.HaloCells * study.Frame.CellSizeMetres} m: at the edge of the grid, what lies outside would be missing")),
            new("tăng grid.halo_m", "raise grid.halo_m"))],
        _ => [],
    };

    private static IEnumerable<ScenarioProblem> Columns(
        string path, FeatureSource source, IReadOnlyList<string> columns, string? unit, ScenarioInputs inputs, Func<IEnumerable<ScenarioProblem>> further)
    {
        if (!inputs.Layers.TryGetValue(source.LayerId, out var layer))
            return []; // told already
        var problems = InputCheck.Numeric(path, layer, columns, unit).ToList();
        return problems.Count > 0 ? problems : further();
    }

    private static IEnumerable<ScenarioProblem> Few(string path, FeatureSource source, string column, ScenarioInputs inputs)
    {
        var count = Stations.Of(source, column, inputs).Count;
        if (count < FewestStations)
            yield return new(path, new($"chỉ có {count} trạm có giá trị '{column}'; cần ít nhất {FewestStations}", $"only {count} stations have a value of '{column}'; at least {FewestStations} are needed"));
    }

    private static IEnumerable<ScenarioProblem> Kriging(string path, Measure.Kriged measure, ScenarioInputs inputs)
    {
        var stations = Stations.Of(measure.Stations, measure.Column, inputs);
        if (stations.Count is < FewestStations or > OrdinaryKriging.MostStations)
            return [new(path, new($"{stations.Count} trạm có giá trị '{measure.Column}'; kriging cần từ {FewestStations} đến {OrdinaryKriging.MostStations}", $"{stations.Count} stations have a value of '{measure.Column}'; kriging takes {FewestStations} to {OrdinaryKriging.MostStations}"))];
        if (measure.Frozen is not null)
            return [];
        return StationSurfaces.Variogram(measure, stations) is { } fitted
            ? [Fitted(path, fitted)]
            : [new(path, new($"không biểu đồ bán phương sai nào khớp với '{measure.Column}': các giá trị như nhau hoặc các trạm quá xa nhau", $"no variogram fits '{measure.Column}': all values are alike, or stations are too far apart"), new("dùng method: idw, hoặc ghi nugget, partial_sill và range_m", "use method: idw, or write nugget, partial_sill and range_m"))];
    }

    // Fitted numbers move with the stations; a scenario that is to be compared with another writes them down.
    private static ScenarioProblem Fitted(string path, Variogram variogram)
    {
        var model = variogram.Model switch
        {
            VariogramModel.Spherical => "spherical",
            VariogramModel.Exponential => "exponential",
            _ => "gaussian",
        };
        var numbers = FormattableString.Invariant($"{{model: {model}, nugget: {variogram.Nugget:G6}, partial_sill: {variogram.PartialSill:G6}, range_m: {variogram.RangeMetres:G6}}}");
        return new(
            path,
            new($"biểu đồ bán phương sai được khớp từ các trạm này: {numbers}", $"the variogram is fitted to these stations: {numbers}"),
            new("ghi các số này vào variogram: để kết quả với trạm khác vẫn so sánh được", "write these numbers under variogram: to stay comparable when stations change"),
            IsWarning: true);
    }

    private static IEnumerable<ScenarioProblem> Polygonal(string path, Measure.CoveredShare share, ScenarioInputs inputs)
    {
        if (inputs.Layers.ContainsKey(share.From.LayerId) && inputs.Features(share.From).Any(f => f.Projected.Dimension != NetTopologySuite.Geometries.Dimension.Surface))
            yield return new(path, new($"lớp '{share.From.LayerId}' chứa điểm hoặc đường; chỉ đa giác mới phủ một phần của ô", $"layer '{share.From.LayerId}' holds points or lines; only polygons cover a share of a cell"), new("dùng rasterize: all_touched", "use rasterize: all_touched"));
    }

    private static IEnumerable<ScenarioProblem> Dimension(string path, Measure.Density density, ScenarioInputs inputs)
    {
        var needed = density.OfLines ? NetTopologySuite.Geometries.Dimension.Curve : NetTopologySuite.Geometries.Dimension.Point;
        if (inputs.Features(density.From).Any(f => f.Projected.Dimension != needed))
            yield return new(
                path,
                density.OfLines
                    ? new($"lớp '{density.From.LayerId}' không chỉ chứa đường; line_density đo chiều dài đường", $"layer '{density.From.LayerId}' holds more than lines; line_density measures their length")
                    : new($"lớp '{density.From.LayerId}' không chỉ chứa điểm; point_density đếm điểm", $"layer '{density.From.LayerId}' holds more than points; point_density counts them"));
    }
}
