using System.Text.Json.Nodes;
using Geo.Api.Http;
using Geo.Api.Tiles;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Radio;
using Geo.Engine.Radio.Calibration;
using Geo.Engine.Scenarios;

namespace Geo.Api.Processes;

/// <summary>Coverage by distance alone: the rural macro model of 3GPP.</summary>
internal sealed class RuralMacroCoverage(IFeatureStore store, GridCatalog catalog, RunSettings settings) : CoverageModel
{
    private readonly FeatureInput _features = new(store);

    protected override long MostCells => 16_000_000;

    protected override (double Least, double Most) CellMetres => (10, 2_000);

    protected override (double Least, double Most) ReachMetres => (100, 10_000);

    protected override async Task<IReadOnlyList<ParameterFault>> ReadFaultsAsync(ProcessInputs inputs, GridFrame frame, CancellationToken cancellation) =>
        (await SitesAsync(inputs, cancellation)).Fault is { } fault ? [fault] : (await CalibrationAsync(inputs, frame, cancellation)).Faults;

    public override async Task<ProcessResult> RunAsync(ProcessWork work, CancellationToken cancellation)
    {
        work.Progress.Report(new StepProgress(new("Đọc các trạm", "Reading sites"), 0));
        var (sites, fault) = await SitesAsync(work.Inputs, cancellation);
        if (fault is not null)
            throw Failed([fault]);
        work.Progress.Report(new StepProgress(new("Tính vùng phủ", "Computing coverage"), 0.1));
        var frame = FrameOf(work.Inputs);
        var (calibration, faults) = await CalibrationAsync(work.Inputs, frame, cancellation);
        if (faults.Count > 0)
            throw Failed(faults);
        var map = await Task.Run(
            () => calibration is null
                ? CoverageMap.Compute(frame, sites, SettingsOf(work.Inputs), settings.Threads, cancellation)
                : CalibratedMap.Compute(sites, SettingsOf(work.Inputs), calibration.OffsetsDb, settings.Threads, cancellation),
            cancellation);
        work.Progress.Report(new StepProgress(new("Ghi lưới", "Writing grids"), 0.8));
        var options = new GeoTiffOptions { Threads = settings.Threads, Cancellation = cancellation };
        return new ProcessResult(
            OutputContent.Json("summary", Summary(map, sites.Count, work.Inputs.Number(CoverageProcess.Threshold), calibration)),
            OutputContent.Grid("signal", map.SignalDbm, options),
            OutputContent.Grid("probability", map.Probability, options),
            OutputContent.Grid("server", map.BestServer, options));
    }

    private async Task<(NamedCalibration? Calibration, IReadOnlyList<ParameterFault> Faults)> CalibrationAsync(ProcessInputs inputs, GridFrame frame, CancellationToken cancellation)
    {
        var faults = new List<ParameterFault>();
        var calibration = await new GroundInputs(store, new GridInput(catalog), _features).CalibrationAsync(inputs, frame, faults, settings.Threads, cancellation);
        return (calibration, faults);
    }

    private static CoverageSettings SettingsOf(ProcessInputs inputs) => new()
    {
        ThresholdDbm = inputs.Number(CoverageProcess.Threshold),
        ReceiverHeightMetres = inputs.Number(CoverageProcess.ReceiverHeight),
        MaxRadiusMetres = inputs.Find(CoverageProcess.Reach)?.GetDouble() ?? RuralMacro.MaxDistanceWithoutLineOfSightMetres,
    };

    private async Task<(IReadOnlyList<Transmitter> Sites, ParameterFault? Fault)> SitesAsync(ProcessInputs inputs, CancellationToken cancellation)
    {
        var (layer, features, fault) = await _features.ReadAsync(CoverageProcess.Sites, inputs.Find(CoverageProcess.Sites)!.Value, cancellation); // required
        if (layer is null)
            return ([], fault);
        var masts = new MastInput(layer, features, CoordinateSystems.Vn2000Tm3Zone10530);
        if (masts.MissingColumn(CoverageProcess.Sites, MastInput.ColumnsOf(isOverGround: false)) is { } missing)
            return ([], missing);
        List<Transmitter> sites = [.. masts.Rows().Select(m => m.Row.AsTransmitter())];
        IReadOnlyList<BilingualText> problems = sites.Count == 0 ? [new("không có điểm nào", "no point among the features")] : CoverageMap.Problems(sites, SettingsOf(inputs));
        var told = new BilingualText(string.Join("; ", problems.Select(p => p.Vi)), string.Join("; ", problems.Select(p => p.En)));
        return problems.Count == 0 ? (sites, null) : ([], new ParameterFault($"inputs.{CoverageProcess.Sites}", layer.Id, told) { IsSentence = true });
    }

    private static JsonObject Summary(CoverageMap map, int sites, double threshold, NamedCalibration? calibration)
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
            ["model"] = "3GPP TR 38.901 RMa",
            ["calibration"] = calibration?.Told(),
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
