using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Radio;
using Geo.Engine.Radio.Calibration;
using Geo.Engine.Stores;
using NetTopologySuite.Geometries;

namespace Geo.Api.Cli;

/// <summary><c>radio calibrate FILE</c>: offsets of the propagation model per clutter class from measured levels.</summary>
internal static class RadioCommand
{
    private static readonly CalibrationSettings Defaults = new();
    private static readonly string[] MastColumns = ["site", "height_m", "frequency_mhz", "eirp_re_dbm"];
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
        calibrate.Behind(CalibrateAsync);
        return new Command("radio", "Radio networks, models and measurements") { RadioCoverageCommand.Build(), calibrate };
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
        var clutter = await ClutterAsync(store, line.GetRequiredValue(ClutterGrid), options.Threads, cancellation);
        var settings = new CoverageSettings { ReceiverHeightMetres = line.GetRequiredValue(ReceiverHeight), ExtraLossDb = line.GetRequiredValue(ExtraLoss) };
        var network = new MeasuredNetwork(await CarriersAsync(store, line.GetRequiredValue(MastLayer), clutter.Frame.System, settings, cancellation), clutter, settings);
        var (samples, leftOut, problems) = network.Compare(reading.Measurements, Projection.Between(CoordinateSystems.Crs84, clutter.Frame.System).Transform);
        var fit = new CalibrationSettings { Folds = line.GetRequiredValue(Folds), BlockMetres = line.GetRequiredValue(Block), LeastSamples = line.GetRequiredValue(Least) };
        if (problems.Count > 0)
            return CommandDoor.Say(problems.Select(p => Told(file, p)));
        if (ClutterCalibration.Problems(samples, fit) is { Count: > 0 } faults)
            return CommandDoor.Say(faults.Select(f => f.For(CultureInfo.CurrentUICulture.Name)));
        var times = reading.Measurements.Select(m => m.Time).Order().ToArray();
        var document = new CalibrationDocument(
            CalibrationDocument.CurrentSchema, id, MeasuredNetwork.Model, line.GetRequiredValue(MastLayer), line.GetRequiredValue(ClutterGrid), await HashAsync(file, cancellation), times[0], times[^1], fit, ClutterCalibration.Fit(samples, fit));
        Print(document.Result, leftOut);
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
        var kept = new StoredDocument($"calibrations/{document.Id}.json", "application/json", bytes);
        await store.ApplyAsync(new StoreChange { Documents = [kept], Author = CommandAuthor.Of("radio.calibrate") }, cancellation);
        Console.WriteLine($"kept as {kept.Name}");
    }

    private static async Task<Grid<float>> ClutterAsync(IFeatureStore store, string id, int threads, CancellationToken cancellation)
    {
        if (await store.FindDocumentAsync($"grids/{id}.tif", cancellation) is not { } document)
            throw new UserErrorException($"There is no grid '{id}'; there are: {string.Join(", ", (await store.ListDocumentsAsync("grids/", cancellation)).Where(n => n.EndsWith(".tif", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension))}.");
        using var stream = new MemoryStream(document.Content.ToArray());
        return GeoTiffFile.Read<float>(stream, threads, cancellation);
    }

    private static async Task<IReadOnlyList<(string, Transmitter)>> CarriersAsync(IFeatureStore store, string id, CoordinateSystem plane, CoverageSettings settings, CancellationToken cancellation)
    {
        var layer = await store.FindLayerAsync(id, cancellation)
            ?? throw new UserErrorException($"There is no layer '{id}'; there are: {string.Join(", ", (await store.ListLayersAsync(cancellation)).Select(l => l.Id))}.");
        var columns = layer.Definition.Properties.Select(p => p.Name).ToList();
        if (MastColumns.FirstOrDefault(c => !columns.Contains(c)) is { } missing)
            throw new UserErrorException($"The layer '{id}' has no column {missing}.");
        var projection = Projection.Between(layer.Definition.System, plane);
        var carriers = new List<(string Site, Transmitter Transmitter)>();
        await foreach (var feature in store.ReadAsync(layer, FeatureQuery.All, cancellation))
        {
            object? Value(string column) => columns.IndexOf(column) is >= 0 and var index ? feature.Values[index] : null;
            double Number(string column) => Value(column) switch { double number => number, long number => number, _ => double.NaN };
            if (feature.Geometry is not Point { IsEmpty: false } point)
                continue;
            var (x, y) = projection.Transform(point.X, point.Y);
            var site = Value("site")?.ToString() ?? "";
            carriers.Add((site, new Transmitter($"{site} (feature {feature.Id})", x, y, Number("height_m"), Number("frequency_mhz"), Number("eirp_re_dbm"), Value("band")?.ToString() ?? "")));
        }
        var problems = CoverageMap.Problems([.. carriers.Select(c => c.Transmitter)], settings);
        return problems.Count == 0 ? carriers : throw new UserErrorException(string.Join('\n', problems.Select(p => p.For(CultureInfo.CurrentUICulture.Name))));
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
