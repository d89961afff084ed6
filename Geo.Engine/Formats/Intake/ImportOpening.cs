using System.Runtime.CompilerServices;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Formats.Intake;

/// <summary>Opens a file of any format for import: survey first, then a layer whose features are read on demand.</summary>
internal static class ImportOpening
{
    /// <summary>The file as a layer, or the reasons against it.</summary>
    public static async Task<ImportSource> OpenAsync(FeatureFile file, ImportOptions options, CancellationToken cancellation)
    {
        var report = new ImportReport { Format = file.Format };
        try
        {
            var survey = await file.SurveyAsync(report, cancellation);
            CheckRenames(file, survey, options);
            var system = Planar(options.System ?? survey.System);
            report.System = system;
            var definition = Define(file, survey, options);
            return new ImportSource(new LayerContent(definition, ReadAsync(file, survey with { System = system }, options, report, cancellation)), report);
        }
        catch (ImportRefusedException refusal) when (refusal.Problem is not null)
        {
            report.Refuse(refusal.Problem);
            return new ImportSource(null, report);
        }
    }

    /// <summary>A refusal before anything was read.</summary>
    public static ImportSource Refused(string name, string message)
    {
        var report = new ImportReport();
        report.Refuse(new ImportProblem(name, null, message));
        return new ImportSource(null, report);
    }

    /// <summary>Applies the layer to a store; a refusal leaves the store as it was.</summary>
    public static async Task<ImportReport> ApplyAsync(ImportSource source, IFeatureStore store, CancellationToken cancellation)
    {
        if (source.Content is null)
            return source.Report;
        try
        {
            await store.ApplyAsync(new StoreChange { Layers = [source.Content] }, cancellation);
        }
        catch (ImportRefusedException) when (source.Report.IsRefused)
        {
            // The report says it all; the store has thrown the change away.
        }

        return source.Report;
    }

    private static async IAsyncEnumerable<Feature> ReadAsync(
        FeatureFile file, FileSurvey survey, ImportOptions options, ImportReport report, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var intake = new FeatureIntake(file, survey.System, GeometryShape.KindOf(survey.Kinds), options, report);
        await using var features = file.ReadAsync(survey, report, cancellation).GetAsyncEnumerator(cancellation);
        while (await MoveNextAsync(features, report))
        {
            if (intake.Take(features.Current) is { } feature)
                yield return feature;
        }

        intake.Finish();
    }

    private static async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<RawFeature> features, ImportReport report)
    {
        try
        {
            return await features.MoveNextAsync();
        }
        catch (ImportRefusedException refusal) when (refusal.Problem is not null)
        {
            report.Refuse(refusal.Problem);
            throw;
        }
    }

    private static LayerDefinition Define(FeatureFile file, FileSurvey survey, ImportOptions options)
    {
        var stem = Path.GetFileNameWithoutExtension(file.Name);
        return new LayerDefinition
        {
            Id = options.LayerId ?? LayerIds.Of(stem),
            Title = options.Title ?? new BilingualText(stem, stem),
            Description = options.Description ?? new BilingualText($"Nhập từ tệp {file.Name}", $"Imported from the file {file.Name}"),
            GeometryKind = GeometryShape.KindOf(survey.Kinds),
            System = CoordinateSystems.Crs84,
            Properties = ColumnNames.Clean(survey.Columns, options.Renames),
            Provenance = options.Provenance ?? new LayerProvenance(file.Name, "unknown", file.Name, "unknown", LayerStatus.Schematic, null),
        };
    }

    private static void CheckRenames(FeatureFile file, FileSurvey survey, ImportOptions options)
    {
        var names = survey.Columns.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        if (options.Renames.Keys.FirstOrDefault(k => !names.Contains(k)) is { } unknown)
            throw file.Refusal(null, $"there is no column '{unknown}' to rename; the columns are {string.Join(", ", names)}");
    }

    // Coordinates in files are x, y, whatever the order of the authority's axes.
    private static CoordinateSystem Planar(CoordinateSystem system) => system == CoordinateSystems.Wgs84 ? CoordinateSystems.Crs84 : system;
}
