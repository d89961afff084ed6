using System.Globalization;
using System.Text.Json;
using Geo.Api.Http;
using Geo.Api.Processes;
using Geo.Api.Tiles;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Radio;
using Geo.Engine.Radio.Calibration;
using Geo.Engine.Radio.Networks;
using Geo.Engine.Radio.Spectrum;

namespace Geo.Api.Cli;

/// <summary>The masts whose levels were measured, asked by the model that a command line names.</summary>
internal sealed class CalibrationMasts(IFeatureStore store, GridCatalog catalog, string layerId, Grid<float> clutter, CoverageSettings settings, int threads)
{
    private const double CellMetres = 30;
    private const double FarthestMetres = 15_000;
    private const long MostCells = 16_000_000;

    private readonly FeatureInput _features = new(store);
    private readonly GridInput _grids = new(catalog);

    /// <summary>Sets measurements beside the model.</summary>
    /// <exception cref="UserErrorException">Masts or ground do not suit the model.</exception>
    public async Task<ComparedLevels> CompareAsync(IReadOnlyList<Measurement> measurements, ProcessInputs ground, CancellationToken cancellation)
    {
        var (layer, features, fault) = await _features.ReadAsync("masts", JsonSerializer.SerializeToElement(layerId, ApiJson.Default.String), cancellation);
        if (layer is null)
            throw new UserErrorException(Told(fault!)); // one of the two is always there
        var masts = new MastInput(layer, features, clutter.Frame.System);
        var isOverGround = GroundInputs.IsOverGround(ground);
        if (masts.MissingColumn("masts", ["site", .. MastInput.ColumnsOf(isOverGround)]) is { } missing)
            throw new UserErrorException(Told(missing));
        (string Site, MastRow Row)[] rows = [.. masts.Rows().Select(m => (masts.SiteOf(m.Feature), m.Row))];
        return isOverGround
            ? await OverGroundAsync(measurements, rows, layer.Provenance.Status, ground, cancellation)
            : ByDistance(measurements, rows, layer.Provenance.Status);
    }

    private ComparedLevels ByDistance(IReadOnlyList<Measurement> measurements, (string Site, MastRow Row)[] rows, LayerStatus status)
    {
        (string, Transmitter)[] carriers = [.. rows.Select(r => (r.Site, r.Row.AsTransmitter()))];
        Refuse(CoverageMap.Problems([.. carriers.Select(c => c.Item2)], settings));
        var (samples, leftOut, problems) = new MeasuredNetwork(carriers, clutter, settings).Compare(measurements, Projection.Between(CoordinateSystems.Crs84, clutter.Frame.System).Transform);
        return new ComparedLevels(MeasuredNetwork.Model, samples, leftOut, problems, status, null);
    }

    private async Task<ComparedLevels> OverGroundAsync(
        IReadOnlyList<Measurement> measurements, (string Site, MastRow Row)[] rows, LayerStatus status, ProcessInputs ground, CancellationToken cancellation)
    {
        var toPlane = Projection.Between(CoordinateSystems.Crs84, clutter.Frame.System);
        var measured = measurements.Select(m => m.Site).ToHashSet(StringComparer.Ordinal);
        var problems = new List<BilingualText>();
        var antennas = await AntennaInput.ReadAsync(store, rows.Select(r => r.Row), cancellation);
        (string Site, NetworkSite Mast)[] masts =
            [.. rows.Where(r => measured.Contains(r.Site)).GroupBy(r => r.Site, StringComparer.Ordinal).SelectMany(g => MastTable.Sites([.. g.Select(r => r.Row)], SpectrumTable.Bundled, antennas, problems).Select(m => (g.Key, m)))];
        Refuse(problems);
        if (masts.Length == 0)
            return new ComparedLevels(MeasuredGround.Model, [], 0, [.. measurements.Select(m => MeasurementProblem.UnknownSite(m, rows.Select(r => r.Site)))], status, null);
        var cells = CellsAround([.. measurements.Select(m => toPlane.Transform(m.Longitude, m.Latitude)), .. masts.Select(m => (m.Mast.X, m.Mast.Y))]);
        var network = GroundInputs.Settings(ground, cells) with { ReceiverHeightMetres = settings.ReceiverHeightMetres, ExtraLossDb = settings.ExtraLossDb, RadiusMetres = FarthestMetres };
        var faults = new List<ParameterFault>();
        var landscape = await new GroundInputs(store, _grids, _features).ReadAsync(ground, cells, faults, threads, cancellation);
        if (landscape is null)
            throw new UserErrorException(string.Join('\n', faults.Select(Told)));
        Refuse(NetworkCheck.Problems([.. masts.Select(m => m.Mast)], network, landscape));
        var (samples, leftOut, unclear) = new MeasuredGround(masts, clutter, landscape, cells, network).Compare(measurements, toPlane.Transform, cancellation);
        LayerStatus[] statuses = [status, await _grids.StatusAsync(GroundInputs.Terrain, ground, cancellation), await _grids.StatusAsync(GroundInputs.LandCover, ground, cancellation)];
        return new ComparedLevels(MeasuredGround.Model, samples, leftOut, unclear, statuses.Max(), GroundInputs.ClutterMetresOf(ground));
    }

    // small cells that hold all points, with one to spare
    private GridFrame CellsAround(IReadOnlyList<(double X, double Y)> points)
    {
        var (left, top) = ((Math.Floor(points.Min(p => p.X) / CellMetres) - 1) * CellMetres, (Math.Ceiling(points.Max(p => p.Y) / CellMetres) + 1) * CellMetres);
        var (rows, columns) = (Math.Ceiling((top - points.Min(p => p.Y)) / CellMetres) + 1, Math.Ceiling((points.Max(p => p.X) - left) / CellMetres) + 1);
        return rows * columns <= MostCells
            ? new GridFrame(clutter.Frame.System, left, top, CellMetres, (int)rows, (int)columns)
            : throw new UserErrorException(string.Create(CultureInfo.InvariantCulture, $"Measurements and their sites span {rows * CellMetres / 1_000:N0} by {columns * CellMetres / 1_000:N0} km; allowed are {MostCells} cells of {CellMetres} m: calibrate by parts."));
    }

    private static void Refuse(IReadOnlyList<BilingualText> problems)
    {
        if (problems.Count > 0)
            throw new UserErrorException(string.Join('\n', problems.Select(p => p.For(CultureInfo.CurrentUICulture.Name))));
    }

    private static string Told(ParameterFault fault) => fault.Told.For(CultureInfo.CurrentUICulture.Name);
}
