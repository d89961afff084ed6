using System.CommandLine;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using Geo.Engine.Geodesy;
using Geo.Engine.Stores;
using Geo.Engine.Stores.GeoPackage;

namespace Geo.Api.Cli;

/// <summary><c>import FILE</c>: a file becomes a layer, whole or not at all, with a list of what was mended or why it was refused.</summary>
internal static class ImportCommand
{
    private const int Shown = 20;

    private static readonly Argument<FileInfo> File = new("file") { Description = "GeoJSON, GeoPackage, Shapefile (also zipped) or CSV" };
    private static readonly Option<string?> LayerId = new("--layer") { Description = "Id of the layer to make or replace; default from the file's name" };
    private static readonly Option<string?> FromLayer = new("--from-layer") { Description = "Which layer of a GeoPackage to take; default the only one" };
    private static readonly Option<string?> System = new("--crs") { Description = "Coordinate system of the file, e.g. EPSG:9209; default as the file says" };
    private static readonly Option<bool> SwapAxes = new("--swap-axes") { Description = "The file has latitude or northing first" };
    private static readonly Option<bool> Strict = new("--strict") { Description = "Refuse invalid geometry instead of mending it" };
    private static readonly Option<TextEncoding?> Encoding = new("--encoding") { Description = "Encoding of a Shapefile's or CSV's text; default detected" };
    private static readonly Option<string[]> Rename = new("--rename") { Description = "Column to rename, as OLD=NEW; may be repeated" };
    private static readonly Option<string?> TimeStart = new("--time-start") { Description = "Date column that datetime filters on, or where a validity begins" };
    private static readonly Option<string?> TimeEnd = new("--time-end") { Description = "Date column where a validity ends" };
    private static readonly Option<string?> Source = new("--source") { Description = "Who made the data" };
    private static readonly Option<string?> Licence = new("--licence") { Description = "Licence of the data" };
    private static readonly Option<string?> Date = new("--date") { Description = "Date the data speak of, ISO 8601" };
    private static readonly Option<LayerStatus> Status = new("--status") { Description = "How far the data can be trusted", DefaultValueFactory = _ => LayerStatus.Schematic };

    public static Command Build()
    {
        var command = new Command("import", "Load a file as a layer") { File, LayerId, FromLayer, System, SwapAxes, Strict, Encoding, Rename, TimeStart, TimeEnd, Source, Licence, Date, Status };
        command.Behind(ImportAsync);
        return command;
    }

    private static async Task<int> ImportAsync(ParseResult line, CancellationToken cancellation)
    {
        var file = line.GetRequiredValue(File);
        if (!file.Exists)
            throw new UserErrorException($"There is no file '{file}'.");
        var options = CommonOptions.Read(line);
        await using var store = FeatureStores.Create(StoreAddress.Parse(options.Store), loadsAlone: true);
        await store.OpenAsync(cancellation);
        await ConsoleSteps.ShowAsync(steps => new StorePreparation(store, options).FillAsync(steps, cancellation));
        var wanted = await OptionsAsync(line, file, store, cancellation);
        var report = await ConsoleSteps.ShowAsync(steps =>
        {
            steps.Report(new StepProgress(new BilingualText($"Nạp {file.Name}", $"Importing {file.Name}"), 0));
            return IntoAsync(line, file, wanted, store, cancellation);
        });
        return Print(report, wanted.LayerId ?? "");
    }

    private static async Task<ImportReport> IntoAsync(ParseResult line, FileInfo file, ImportOptions options, IFeatureStore store, CancellationToken cancellation)
    {
        if (!file.Extension.Equals(".gpkg", StringComparison.OrdinalIgnoreCase))
            return await FileImport.IntoAsync(store, file.FullName, options, cancellation);
        await using var source = new GeoPackageStore(file.FullName, readOnly: true);
        await source.OpenAsync(cancellation);
        return await StoreCopy.IntoAsync(store, source, line.GetValue(FromLayer), options, cancellation);
    }

    /// <summary>The options; a layer that is replaced keeps its title, description and columns of time.</summary>
    private static async Task<ImportOptions> OptionsAsync(ParseResult line, FileInfo file, IFeatureStore store, CancellationToken cancellation)
    {
        var id = line.GetValue(LayerId) ?? LayerIds.Of(Path.GetFileNameWithoutExtension(file.Name));
        var replaced = await store.FindLayerAsync(id, cancellation);
        return new ImportOptions
        {
            Author = CommandAuthor.Of("layer.import"),
            LayerId = id,
            Replaced = replaced?.Definition,
            TimeStart = line.GetValue(TimeStart),
            TimeEnd = line.GetValue(TimeEnd),
            Provenance = Provenance(line, file),
            System = line.GetValue(System) is { } code ? FindSystem(code) : null,
            SwapAxes = line.GetValue(SwapAxes),
            InvalidGeometry = line.GetValue(Strict) ? InvalidGeometryPolicy.Refuse : InvalidGeometryPolicy.Mend,
            Encoding = line.GetValue(Encoding),
            Renames = (line.GetValue(Rename) ?? []).Select(Split).ToDictionary(StringComparer.Ordinal),
        };
    }

    private static LayerProvenance Provenance(ParseResult line, FileInfo file)
    {
        var source = line.GetValue(Source) ?? file.Name;
        return new LayerProvenance(source, line.GetValue(Licence) ?? "unknown", source, line.GetValue(Date) ?? "unknown", line.GetValue(Status), AccuracyMetres: null);
    }

    private static CoordinateSystem FindSystem(string code) =>
        CoordinateSystems.Find(code)
        ?? throw new UserErrorException($"The coordinate system '{code}' is not known; allowed are {string.Join(", ", CoordinateSystems.All.Select(s => s.Code))}.");

    private static KeyValuePair<string, string> Split(string rename) =>
        rename.Split('=') is [{ Length: > 0 } old, { Length: > 0 } fresh]
            ? KeyValuePair.Create(old, fresh)
            : throw new UserErrorException($"--rename '{rename}' is not understood; write OLD=NEW.");

    private static int Print(ImportReport report, string layerId)
    {
        foreach (var warning in report.Warnings.Take(Shown))
            Console.WriteLine($"note: {warning}");
        foreach (var mended in report.Mended.Take(Shown))
            Console.WriteLine(FormattableString.Invariant($"mended: feature {mended.FeatureId}, {mended.Place}: {mended.Reason}; area {mended.AreaChangeHectares:+0.####;-0.####;0} ha"));
        if (report.IsRefused)
            return CommandDoor.Say(report.Refused.Take(Shown).Select(p => $"refused: {p}").Append("Nothing was changed."));
        Console.WriteLine(FormattableString.Invariant(
            $"layer {layerId}: {report.FeaturesRead} features from {report.Format} in {report.System?.Code}; {report.MendedCount} mended ({report.AreaChangeHectares:+0.##;-0.##;0} ha)"));
        return CommandDoor.Success;
    }
}
