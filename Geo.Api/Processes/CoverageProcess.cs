using System.Globalization;
using System.Text.Json.Nodes;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Radio;
using Geo.Engine.Scenarios;
using NetTopologySuite.Geometries;

namespace Geo.Api.Processes;

/// <summary>What a set of 5G sites reaches.</summary>
internal sealed class CoverageProcess(IFeatureStore store, RunSettings settings) : Process
{
    private const long MostCells = 16_000_000;
    private static readonly string[] SiteColumns = ["height_m", "frequency_mhz", "eirp_re_dbm"];
    private readonly FeatureInput _features = new(store);

    public override ProcessDescription Description { get; } = new()
    {
        Id = "coverage",
        Title = new("Vùng phủ 5G", "5G coverage"),
        Description = new(
            "Mức tín hiệu SS-RSRP và xác suất phủ của các trạm cho trước theo mô hình RMa của 3GPP TR 38.901, trên lưới EPSG:9209, và số hecta được phủ.",
            "SS-RSRP and probability of coverage of given sites by the RMa model of 3GPP TR 38.901, on a grid in EPSG:9209, and the hectares served."),
        Keywords = ["5G", "radio"],
        Inputs =
        [
            new("sites", new("Các trạm", "Sites"), new("Mã một lớp điểm, hoặc GeoJSON, với các cột height_m, frequency_mhz, eirp_re_dbm (và tùy chọn site, band).", "Id of a collection of points, or GeoJSON, with columns height_m, frequency_mhz, eirp_re_dbm (and site, band if known)."), FeatureInput.Kind),
            new("area", new("Khu vực", "Area"), new("Khung của lưới.", "The box of the grid."), new InputKind.Box()),
            new ProcessInput("cell", new("Cạnh ô", "Cell size"), new("Cạnh của ô lưới.", "Side of a cell."), new InputKind.Number(10, 2_000) { Unit = "m" }).Optional(100),
            new ProcessInput("threshold", new("Ngưỡng", "Threshold"), new("SS-RSRP thấp nhất được coi là có phủ.", "Least SS-RSRP that counts as covered."), new InputKind.Number(-160, 0) { Unit = "dBm" }).Optional(-105),
            new ProcessInput("receiverHeight", new("Độ cao máy thu", "Receiver height"), new("Trên mặt đất.", "Above ground."), new InputKind.Number(1, 10) { Unit = "m" }).Optional(1.5),
            new ProcessInput("reach", new("Bán kính", "Reach"), new("Bán kính tính cho mỗi trạm; mô hình không nói gì ngoài 5 km.", "Radius computed for each site; the model says nothing beyond 5 km."), new InputKind.Number(100, 10_000) { Unit = "m" }).Optional(5_000),
        ],
        Outputs =
        [
            ProcessOutput.Document("summary", new("Tóm tắt", "Summary"), new("Hecta của khu vực, hecta được phủ (xác suất từ 0,5), hecta kỳ vọng.", "Hectares of the area, hectares served (probability of 0.5 and more), hectares expected.")),
            ProcessOutput.Grid("signal", new("Mức tín hiệu", "Signal"), new("SS-RSRP trung vị của trạm tốt nhất, dBm.", "Median SS-RSRP of the best server, dBm.")),
            ProcessOutput.Grid("probability", new("Xác suất phủ", "Probability"), new("Xác suất đạt ngưỡng, 0 đến 1.", "Probability that the threshold is reached, 0 to 1.")),
        ],
    };

    public override async Task<IReadOnlyList<ParameterFault>> JudgeAsync(ProcessInputs inputs, CancellationToken cancellation)
    {
        var frame = NetworkFrame.Of(inputs);
        if (frame.CellCount > MostCells)
        {
            var cells = string.Create(CultureInfo.InvariantCulture, $"{frame.Rows} × {frame.Columns}");
            return [new ParameterFault("inputs.area", cells, new($"không quá {MostCells} ô: lấy khu vực nhỏ hơn hoặc ô lớn hơn", $"at most {MostCells} cells: take a smaller area or larger cells"))];
        }
        var (_, fault) = await SitesAsync(inputs, cancellation);
        return fault is null ? [] : [fault];
    }

    public override async Task<ProcessResult> RunAsync(ProcessWork work, CancellationToken cancellation)
    {
        work.Progress.Report(new StepProgress(new("Đọc các trạm", "Reading sites"), 0));
        var (sites, fault) = await SitesAsync(work.Inputs, cancellation);
        if (fault is not null)
            throw new ProcessFailedException("invalid-input", fault.Told);
        work.Progress.Report(new StepProgress(new("Tính vùng phủ", "Computing coverage"), 0.1));
        var frame = NetworkFrame.Of(work.Inputs);
        var map = await Task.Run(() => CoverageMap.Compute(frame, sites, SettingsOf(work.Inputs), settings.Threads, cancellation), cancellation);
        work.Progress.Report(new StepProgress(new("Ghi lưới", "Writing grids"), 0.8));
        var options = new GeoTiffOptions { Threads = settings.Threads, Cancellation = cancellation };
        return new ProcessResult(
            OutputContent.Json("summary", Summary(map, sites.Count, work.Inputs.Number("threshold"))),
            OutputContent.Grid("signal", map.SignalDbm, options),
            OutputContent.Grid("probability", map.Probability, options));
    }

    private static CoverageSettings SettingsOf(ProcessInputs inputs) => new()
    {
        ThresholdDbm = inputs.Number("threshold"),
        ReceiverHeightMetres = inputs.Number("receiverHeight"),
        MaxRadiusMetres = inputs.Number("reach"),
    };

    private async Task<(IReadOnlyList<Transmitter> Sites, ParameterFault? Fault)> SitesAsync(ProcessInputs inputs, CancellationToken cancellation)
    {
        var (layer, features, fault) = await _features.ReadAsync("sites", inputs.Find("sites")!.Value, cancellation); // required
        if (layer is null)
            return ([], fault);
        var columns = layer.Properties.Select(p => p.Name).ToList();
        if (SiteColumns.FirstOrDefault(c => !columns.Contains(c)) is { } missing)
            return ([], new ParameterFault("inputs.sites", string.Join(", ", columns), new($"các cột height_m, frequency_mhz, eirp_re_dbm; thiếu {missing}", $"columns height_m, frequency_mhz, eirp_re_dbm; {missing} is missing")));
        var projection = Projection.Between(CoordinateSystems.Crs84, CoordinateSystems.Vn2000Tm3Zone10530);
        List<Transmitter> sites = [.. features.Where(f => f.Geometry is Point { IsEmpty: false }).Select(f => SiteOf(f, columns, projection))];
        IReadOnlyList<BilingualText> problems = sites.Count == 0 ? [new("không có điểm nào", "no point among the features")] : CoverageMap.Problems(sites, SettingsOf(inputs));
        var told = new BilingualText(string.Join("; ", problems.Select(p => p.Vi)), string.Join("; ", problems.Select(p => p.En)));
        return problems.Count == 0 ? (sites, null) : ([], new ParameterFault("inputs.sites", layer.Id, told) { IsSentence = true });
    }

    private static Transmitter SiteOf(Feature feature, List<string> columns, Projection projection)
    {
        object? Value(string column) => columns.IndexOf(column) is >= 0 and var index ? feature.Values[index] : null;
        double Number(string column) => Value(column) switch { double number => number, long number => number, _ => double.NaN };
        var at = (Point)projection.Transform(feature.Geometry!); // a point, as chosen before
        var name = string.Create(CultureInfo.InvariantCulture, $"{Value("site")} (feature {feature.Id})").TrimStart();
        return new Transmitter(name, at.X, at.Y, Number("height_m"), Number("frequency_mhz"), Number("eirp_re_dbm"), Value("band")?.ToString() ?? "");
    }

    private static JsonObject Summary(CoverageMap map, int sites, double threshold)
    {
        var (areas, frame) = (CellAreas.OnTheGround(map.Probability.Frame), map.Probability.Frame);
        var (whole, served, expected) = (0.0, 0.0, 0.0);
        for (var row = 0; row < frame.Rows; row++)
        {
            var probabilities = map.Probability.Row(row);
            for (var column = 0; column < probabilities.Length; column++)
            {
                var hectares = areas[row, column];
                whole += hectares;
                served += probabilities[column] >= 0.5f ? hectares : 0;
                expected += probabilities[column] * hectares;
            }
        }
        return new JsonObject
        {
            ["sites"] = sites,
            ["thresholdDbm"] = threshold,
            ["crs"] = frame.System.Uri,
            ["rows"] = frame.Rows,
            ["columns"] = frame.Columns,
            ["areaHectares"] = whole,
            ["servedHectares"] = served,
            ["expectedHectares"] = expected,
        };
    }
}
