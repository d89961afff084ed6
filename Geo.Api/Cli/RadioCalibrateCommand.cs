using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Geo.Api.Processes;
using Geo.Api.Tiles;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using Geo.Engine.Grids;
using Geo.Engine.Radio;
using Geo.Engine.Radio.Calibration;
using Geo.Engine.Stores;

namespace Geo.Api.Cli;

/// <summary><c>radio calibrate FILE</c>: offsets of a propagation model per clutter class from measured levels.</summary>
internal static class RadioCalibrateCommand
{
    private static readonly CalibrationSettings Defaults = new();
    private static readonly Argument<FileInfo> Measurements = new("measurements") { Description = "A CSV file: lon, lat, site, rsrp_dbm, time, and band if there is one" };
    private static readonly Option<string> MastLayer = new("--masts") { Description = "The layer of masts", DefaultValueFactory = _ => "masts" };
    private static readonly Option<string> ClutterGrid = new("--clutter") { Description = "The grid of clutter classes", DefaultValueFactory = _ => "land-cover" };
    private static readonly Option<double> ReceiverHeight = new("--receiver") { Description = "Height of the receiver above ground, metres", DefaultValueFactory = _ => 1.5 };
    private static readonly Option<double> ExtraLoss = new("--extra-loss") { Description = "Losses of the measuring set beyond the path, dB", DefaultValueFactory = _ => 0 };
    private static readonly Option<int> Folds = new("--folds") { Description = "Parts of the cross-validation", DefaultValueFactory = _ => Defaults.Folds };
    private static readonly Option<double> Block = new("--block") { Description = "Side of the blocks that are judged together, metres", DefaultValueFactory = _ => Defaults.BlockMetres };
    private static readonly Option<int> Least = new("--least") { Description = "Fewest samples of a class with an offset of its own", DefaultValueFactory = _ => Defaults.LeastSamples };
    private static readonly Option<FileInfo?> Output = new("--output") { Description = "Also write the calibration into this file" };
    private static readonly Option<string?> Keep = new("--keep") { Description = "Keep the calibration in the store under this id" };

    public static Command Build()
    {
        var calibrate = new Command("calibrate", "Offsets per clutter class from measured SS-RSRP, with cross-validation") { Measurements, MastLayer, ClutterGrid, ReceiverHeight, ExtraLoss, Folds, Block, Least, Output, Keep };
        GroundOptions.AddTo(calibrate);
        calibrate.Behind(CalibrateAsync);
        return calibrate;
    }

    private static async Task<int> CalibrateAsync(ParseResult line, CancellationToken cancellation)
    {
        var file = line.GetRequiredValue(Measurements);
        var id = line.GetValue(Keep) ?? "calibration";
        if (id.Length is 0 or > 63 || !id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            throw new UserErrorException($"--keep {id}: allowed are 1 to 63 of a-z, 0-9 and -.");
        var reading = await MeasurementFile.ReadAsync(file.FullName, cancellation);
        if (reading.Problems.Count > 0)
            return CommandDoor.Say(reading.Problems.Select(p => Told(file, p)));
        var options = CommonOptions.Read(line);
        await using var store = FeatureStores.Create(StoreAddress.Parse(options.Store));
        await store.OpenAsync(cancellation);
        await ConsoleSteps.ShowAsync(steps => new StorePreparation(store, options).FillAsync(steps, cancellation));
        var (grid, clutter) = await ClutterAsync(store, line.GetRequiredValue(ClutterGrid), options.Threads, cancellation);
        var settings = new CoverageSettings { ReceiverHeightMetres = line.GetRequiredValue(ReceiverHeight), ExtraLossDb = line.GetRequiredValue(ExtraLoss) };
        var masts = new CalibrationMasts(store, new GridCatalog(store, options), line.GetRequiredValue(MastLayer), clutter, settings, options.Threads);
        var compared = await masts.CompareAsync(reading.Measurements, await GroundOptions.ReadAsync(line, cancellation), cancellation);
        if (compared.Problems.Count > 0)
            return CommandDoor.Say(compared.Problems.Select(p => Told(file, p)));
        var fit = new CalibrationSettings { Folds = line.GetRequiredValue(Folds), BlockMetres = line.GetRequiredValue(Block), LeastSamples = line.GetRequiredValue(Least) };
        if (ClutterCalibration.Problems(compared.Samples, fit) is { Count: > 0 } faults)
            return CommandDoor.Say(faults.Select(f => f.For(CultureInfo.CurrentUICulture.Name)));
        var times = reading.Measurements.Select(m => m.Time).Order().ToArray();
        var document = new CalibrationDocument(
            CalibrationDocument.CurrentSchema, id, compared.Model, line.GetRequiredValue(MastLayer), grid.Id, await HashAsync(file, cancellation), times[0], times[^1], fit, ClutterCalibration.Fit(compared.Samples, fit))
        {
            Status = (LayerStatus)Math.Max((int)compared.Status, (int)grid.Provenance.Status),
            ClutterMetres = compared.ClutterMetres,
        };
        Print(document.Result, compared.LeftOut);
        await KeepAsync(line, store, document, cancellation);
        return CommandDoor.Success;
    }

    private static async Task KeepAsync(ParseResult line, IFeatureStore store, CalibrationDocument document, CancellationToken cancellation)
    {
        var bytes = CalibrationJson.Write(document);
        if (line.GetValue(Output) is { } output)
            await WholeFile.WriteAsync(output.FullName, s => s.WriteAsync(bytes, cancellation).AsTask());
        if (line.GetValue(Keep) is null)
            return;
        var kept = new StoredDocument(StoredCalibration.NameOf(document.Id), "application/json", bytes);
        await store.ApplyAsync(new StoreChange { Documents = [kept], Author = CommandAuthor.Of("radio.calibrate") }, cancellation);
        Console.WriteLine($"kept as {kept.Name}");
    }

    private static async Task<(GridLayer Layer, Grid<float> Classes)> ClutterAsync(IFeatureStore store, string id, int threads, CancellationToken cancellation)
    {
        if (await store.FindDocumentAsync($"grids/{id}.tif", cancellation) is not { } document || await store.FindDocumentAsync($"grids/{id}.json", cancellation) is not { } description)
            throw new UserErrorException($"There is no grid '{id}'; there are: {string.Join(", ", (await store.ListDocumentsAsync("grids/", cancellation)).Where(n => n.EndsWith(".tif", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension))}.");
        using var stream = new MemoryStream(document.Content.ToArray());
        return (GridLayerJson.Read(description.Content.Span), GeoTiffFile.Read<float>(stream, threads, cancellation));
    }

    private static async Task<string> HashAsync(FileInfo file, CancellationToken cancellation)
    {
        await using var stream = file.OpenRead();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
    }

    private static string Told(FileInfo file, MeasurementProblem problem) =>
        string.Create(CultureInfo.InvariantCulture, $"{file.Name}, line {problem.Line}: {problem.Message.For(CultureInfo.CurrentUICulture.Name)}");

    private static void Print(ClutterCalibration result, int leftOut)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Samples} samples in {result.Blocks} blocks, {leftOut} left out: farther than the model goes, or without clutter"));
        foreach (var clutter in result.Classes)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  class {clutter.Clutter}: {clutter.Samples} samples, offset {clutter.OffsetDb:+0.00;-0.00} dB{(clutter.IsOwn ? "" : " (of all: too few)")}, RMSE {clutter.RmseBeforeDb:0.00} to {clutter.RmseAfterDb:0.00} dB"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"RMSE before {result.RmseBeforeDb:0.00} dB, after {result.RmseAfterDb:0.00} dB, cross-validated {result.RmseCrossValidatedDb:0.00} dB"));
    }
}
