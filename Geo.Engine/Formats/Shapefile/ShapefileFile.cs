using System.Globalization;
using System.Text;
using Geo.Engine.Features;
using Geo.Engine.Formats.Intake;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Formats.Shapefile;

/// <summary>
/// A shapefile: geometry from the .shp, values from the .dbf, the system from the .prj. The index .shx is not needed; without .dbf there
/// are no values; without .prj the system is only assumed where the numbers are degrees.
/// </summary>
internal sealed class ShapefileFile(ShapefileParts parts, ImportOptions options) : FeatureFile(parts.Name)
{
    private DbfTable? _table;

    /// <inheritdoc/>
    public override string Format => "Shapefile";

    /// <inheritdoc/>
    public override string Place(in RawFeature raw) => Record(raw.Number, raw.Position);

    /// <inheritdoc/>
    public override Task<FileSurvey> SurveyAsync(ImportReport report, CancellationToken cancellation)
    {
        using var content = OpenShape(out var shapes);
        _table = ReadTable();
        report.Encoding = _table?.Encoding;
        foreach (var note in _table?.Notes ?? ["there is no .dbf; the features have no values"])
            Warn(report, note);
        var system = options.System ?? ReadSystem(report, shapes.Header);
        IReadOnlySet<GeometryKind> kinds = shapes.Header.Kind == GeometryKind.None ? new HashSet<GeometryKind>() : new HashSet<GeometryKind> { shapes.Header.Kind };
        return Task.FromResult(new FileSurvey(_table?.Definitions ?? [], kinds, system));
    }

    /// <inheritdoc/>
    public override IAsyncEnumerable<RawFeature> ReadAsync(FileSurvey survey, ImportReport report, CancellationToken cancellation) =>
        Read(survey, report, cancellation).ToAsyncEnumerable();

    private IEnumerable<RawFeature> Read(FileSurvey survey, ImportReport report, CancellationToken cancellation)
    {
        var notes = new DbfNotes();
        using var content = OpenShape(out var shapes);
        using var table = parts.Open(".dbf")?.Content;
        var rows = table is null ? null : new DbfRecords(table, Part(".dbf"));
        rows?.Begin();
        var rings = new RingBuilder(new GeometryFactory(new PrecisionModel(), survey.System.Srid));
        var geometries = new ShapeGeometry(rings);
        long number = 0, deleted = 0;
        while (shapes.Next() is { } record)
        {
            cancellation.ThrowIfCancellationRequested();
            number++;
            if (rows is not null && !rows.Next())
                throw Refusal(Record(number, shapes.Offset), $"the .dbf has {rows.Count} record(s), the .shp more");
            if (rows is { IsDeleted: true })
            {
                deleted++;
                continue;
            }

            var (geometry, fault) = geometries.Read(record, shapes.Header.Type);
            if (fault is not null)
                throw Refusal(Record(number, shapes.Offset), fault);
            var values = rows is null ? [] : _table!.Values(rows, number, notes); // surveyed when there are rows
            yield return new RawFeature(number, shapes.Offset, null, geometry, values, rings.TakeNotes());
        }

        if (rows is not null && rows.Count != number)
            throw Refusal(null, $"the .dbf has {rows.Count} record(s), the .shp {number}");
        if (deleted > 0)
            Warn(report, $"{deleted} record(s) are marked as deleted and are left out");
        foreach (var line in notes.Lines)
            Warn(report, line);
    }

    private static string Record(long number, long offset) => string.Create(CultureInfo.InvariantCulture, $"record {number}, byte {offset}");

    private Stream OpenShape(out ShapeRecords shapes)
    {
        if (parts.Open(".shp") is not var (content, length))
            throw Refusal(null, "there is no such .shp");
        shapes = new ShapeRecords(content, length, Name);
        try
        {
            shapes.Begin();
            return content;
        }
        catch (ImportRefusedException)
        {
            content.Dispose();
            throw;
        }
    }

    private DbfTable? ReadTable()
    {
        using var content = parts.Open(".dbf")?.Content;
        var codePage = parts.ReadSmall(".cpg") is { } bytes ? Encoding.Latin1.GetString(bytes) : null;
        return content is null ? null : DbfTable.Survey(new DbfRecords(content, Part(".dbf")), options.Encoding, codePage);
    }

    private CoordinateSystem ReadSystem(ImportReport report, ShapeHeader header)
    {
        if (parts.ReadSmall(".prj") is not { } bytes)
            return AssumeSystem(report, header);
        var (system, fault, notes) = PrjSystem.Find(Encoding.UTF8.GetString(bytes));
        foreach (var note in notes)
            Warn(report, note);
        return system ?? throw Refusal(null, fault!); // no system means a fault
    }

    private CoordinateSystem AssumeSystem(ImportReport report, ShapeHeader header)
    {
        if (header.Box is { } box && PositionCheck.FindFault(box, CoordinateSystems.Crs84) is { } fault)
            throw Refusal(null, $"there is no .prj, and {fault}");
        Warn(report, "there is no .prj; the coordinates are read as longitude and latitude in WGS 84");
        return CoordinateSystems.Crs84;
    }

    private string Part(string ending) => Path.ChangeExtension(Name, ending);

    private void Warn(ImportReport report, string message) => report.Warn(new ImportProblem(Name, null, message));
}
