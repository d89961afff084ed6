using Geo.Api.Http;
using Geo.Api.Tiles;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Networks;
using Geo.Engine.Radio.Spectrum;
using Geo.Engine.Scenarios;

namespace Geo.Api.Processes;

/// <summary>Coverage over known ground, path by path: ITU-R P.1812, with interference, people and reasons.</summary>
internal sealed class GroundCoverage(IFeatureStore store, GridCatalog catalog, RunSettings settings) : CoverageModel
{
    private const int MostUnits = 1_000;
    private const double UsualReachMetres = 15_000;

    private readonly FeatureInput _features = new(store);
    private readonly GridInput _grids = new(catalog);
    private readonly LatestReading<NetworkTask> _judged = new();

    private GroundInputs Ground => new(store, _grids, _features);

    protected override long MostCells => 4_000_000;

    protected override (double Least, double Most) CellMetres => (30, 2_000);

    protected override (double Least, double Most) ReachMetres => (250, 50_000);

    protected override async Task<IReadOnlyList<ParameterFault>> ReadFaultsAsync(ProcessInputs inputs, GridFrame frame, CancellationToken cancellation)
    {
        var stamp = await StampAsync(inputs, cancellation);
        var task = await ReadAsync(inputs, frame, cancellation);
        if (task.Faults.Count == 0)
            _judged.Keep(stamp, task);
        return task.Faults;
    }

    public override async Task<ProcessResult> RunAsync(ProcessWork work, CancellationToken cancellation)
    {
        work.Progress.Report(new StepProgress(new("Đọc dữ liệu", "Reading inputs"), 0));
        var frame = FrameOf(work.Inputs);
        var task = _judged.Take(await StampAsync(work.Inputs, cancellation)) ?? await ReadAsync(work.Inputs, frame, cancellation);
        if (task.Faults.Count > 0)
            throw Failed(task.Faults);
        work.Progress.Report(new StepProgress(new("Tính vùng phủ", "Computing coverage"), 0.1));
        var coverage = await Task.Run(() => NetworkPlan.Compute(task.Landscape!, frame, task.Sites, task.Settings, settings.Threads, cancellation).Coverage, cancellation); // without faults there is a landscape
        work.Progress.Report(new StepProgress(new("Đếm dân số, ghi lưới", "Counting people, writing grids"), 0.8));
        var options = new GeoTiffOptions { Threads = settings.Threads, Cancellation = cancellation };
        ProcessResult result = new(
            OutputContent.Json("summary", NetworkAnswer.Summary(task, coverage)),
            await OutputContent.FeaturesAsync("uncovered", NetworkAnswer.Uncovered(task, coverage, settings.Threads, cancellation), cancellation),
            OutputContent.Grid("signal", coverage.SignalDbm, options),
            OutputContent.Grid("probability", coverage.SignalProbability, options),
            OutputContent.Grid("server", coverage.BestServer, options),
            OutputContent.Grid("sinr", coverage.SinrDb, options),
            OutputContent.Grid("rate", coverage.DownlinkMegabits, options),
            OutputContent.Grid("standard", coverage.StandardProbability, options),
            OutputContent.Grid("class", coverage.Classes, options),
            OutputContent.Grid("reason", coverage.Reasons, options),
            OutputContent.Grid("validity", coverage.Validity, options));
        return work.Inputs.Text(CoverageProcess.Publish) is { } name ? NetworkAnswer.Published(result, name, task, coverage, options) : result;
    }

    private Task<string> StampAsync(ProcessInputs inputs, CancellationToken cancellation) => new InputStamp(store, _grids).OfAsync(
        inputs, [CoverageProcess.Sites, GroundInputs.Land, CoverageProcess.Units], [GroundInputs.Terrain, GroundInputs.LandCover, CoverageProcess.Population], cancellation);

    private async Task<NetworkTask> ReadAsync(ProcessInputs inputs, GridFrame frame, CancellationToken cancellation)
    {
        var faults = new List<ParameterFault>();
        var calibration = await Ground.CalibrationAsync(inputs, frame, faults, settings.Threads, cancellation);
        var network = SettingsOf(inputs, frame) with { OffsetsDb = calibration?.OffsetsDb };
        var (sites, siteStatus) = await SitesAsync(inputs, faults, cancellation);
        var people = await PeopleAsync(inputs, frame, faults, cancellation);
        var (unitLayer, units) = await _features.ReadPolygonsAsync(CoverageProcess.Units, inputs, faults, cancellation);
        if (units.Count > MostUnits)
            faults.Add(new ParameterFault($"inputs.{CoverageProcess.Units}", $"{units.Count}", new($"không quá {MostUnits} đơn vị", $"at most {MostUnits} units")));
        var around = frame.WithHalo((int)Math.Ceiling(network.RadiusMetres / frame.CellSizeMetres));
        var landscape = await Ground.ReadAsync(inputs, around, faults, settings.Threads, cancellation);
        if (landscape is not null && faults.Count == 0)
            faults.AddRange(NetworkCheck.Problems(sites, network, landscape).Select(p => new ParameterFault($"inputs.{CoverageProcess.Sites}", "", p) { IsSentence = true }));
        var statuses = new List<LayerStatus> { LayerStatus.Modelled, siteStatus, calibration?.Status ?? LayerStatus.Surveyed };
        foreach (var grid in new[] { GroundInputs.Terrain, GroundInputs.LandCover, CoverageProcess.Population })
            statuses.Add(await _grids.StatusAsync(grid, inputs, cancellation));
        return new NetworkTask(faults, network, sites, landscape, people, unitLayer, units) { Calibration = calibration, Status = statuses.Max() };
    }

    private static NetworkSettings SettingsOf(ProcessInputs inputs, GridFrame frame) => GroundInputs.Settings(inputs, frame) with
    {
        ThresholdDbm = inputs.Number(CoverageProcess.Threshold),
        ReceiverHeightMetres = inputs.Number(CoverageProcess.ReceiverHeight),
        RadiusMetres = inputs.Find(CoverageProcess.Reach)?.GetDouble() ?? UsualReachMetres,
    };

    private async Task<Grid<float>?> PeopleAsync(ProcessInputs inputs, GridFrame frame, List<ParameterFault> faults, CancellationToken cancellation)
    {
        if (await _grids.ReadAsync(CoverageProcess.Population, inputs, faults, cancellation) is not { } stored)
            return null;
        var people = Resampling.SpreadCounts(stored, frame, settings.Threads, cancellation);
        if (CoveredPeople.Fault(people) is { } unfit)
            faults.Add(new ParameterFault($"inputs.{CoverageProcess.Population}", inputs.Text(CoverageProcess.Population) ?? "", unfit) { IsSentence = true });
        return people;
    }

    private async Task<(IReadOnlyList<NetworkSite> Sites, LayerStatus Status)> SitesAsync(ProcessInputs inputs, List<ParameterFault> faults, CancellationToken cancellation)
    {
        var (layer, features, fault) = await _features.ReadAsync(CoverageProcess.Sites, inputs.Find(CoverageProcess.Sites)!.Value, cancellation); // required
        if (layer is null)
        {
            faults.Add(fault!); // one of the two is always there
            return ([], LayerStatus.Surveyed);
        }

        var problems = new List<BilingualText>();
        IReadOnlyList<MastRow> rows = [.. new MastInput(layer, features, CoordinateSystems.Vn2000Tm3Zone10530).Rows().Select(m => m.Row)];
        if (rows.Count == 0)
            problems.Add(new("không có điểm nào", "no point among the features"));
        var sites = MastTable.Sites(rows, SpectrumTable.Bundled, await AntennaInput.ReadAsync(store, rows, cancellation), problems);
        faults.AddRange(problems.Select(p => new ParameterFault($"inputs.{CoverageProcess.Sites}", layer.Id, p) { IsSentence = true }));
        return (sites, layer.Provenance.Status);
    }
}
