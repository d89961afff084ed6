using System.Runtime.CompilerServices;
using Geo.Engine.Access;
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
    public static async Task<ImportReport> ApplyAsync(ImportSource source, IFeatureStore store, Author author, CancellationToken cancellation)
    {
        if (source.Content is null)
            return source.Report;
        try
        {
            await store.ApplyAsync(new StoreChange { Layers = [source.Content], Author = author }, cancellation);
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
        var columns = ColumnNames.Clean(survey.Columns, options.Renames);
        return new LayerDefinition
        {
            Id = options.LayerId ?? LayerIds.Of(stem),
            Title = options.Title ?? options.Replaced?.Title ?? new BilingualText(stem, stem),
            Description = options.Description ?? options.Replaced?.Description ?? new BilingualText($"Nhập từ tệp {file.Name}", $"Imported from the file {file.Name}"),
            GeometryKind = GeometryShape.KindOf(survey.Kinds),
            System = CoordinateSystems.Crs84,
            Properties = columns,
            TimeStartProperty = TimeColumn(file, columns, options.TimeStart, options.Replaced?.TimeStartProperty),
            TimeEndProperty = TimeColumn(file, columns, options.TimeEnd, options.Replaced?.TimeEndProperty),
            Provenance = options.Provenance ?? new LayerProvenance(file.Name, "unknown", file.Name, "unknown", LayerStatus.Schematic, null),
        };
    }

    /// <summary>The column asked for, which must hold time; else the one known from before, where it still does.</summary>
    private static string? TimeColumn(FeatureFile file, IReadOnlyList<PropertyDefinition> columns, string? asked, string? before)
    {
        var temporal = columns.Where(c => c.Type is PropertyType.Date or PropertyType.DateTime).Select(c => c.Name).ToList();
        if (asked is not null && !temporal.Contains(asked))
            throw file.Refusal(null, $"there is no date or date-time column '{asked}'; {(temporal.Count == 0 ? "it has none" : $"it has {string.Join(", ", temporal)}")}");
        return asked ?? (before is not null && temporal.Contains(before) ? before : null);
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
