using System.Globalization;
using System.Runtime.CompilerServices;
using Geo.Engine.Features;
using Geo.Engine.Formats.Intake;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Formats.GeoJson;

/// <summary>
/// A GeoJSON file, read in two walks: the first finds columns and the coordinate system, the second gives the features. Whole numbers of
/// ascending <c>id</c> members stay the features' ids; any other ids become a column <c>source_id</c>.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="idsBecomeColumn">False drops ids that cannot be the features' ids.</param>
internal sealed class GeoJsonFile(string path, bool idsBecomeColumn = true) : FeatureFile(Path.GetFileName(path))
{
    private static readonly string[] SequenceEndings = [".geojsonl", ".geojsons", ".geojsonseq", ".ndjson", ".jsonl"];

    private readonly GeoJsonWalk _walk = new(path, SequenceEndings.Contains(Path.GetExtension(path).ToLowerInvariant()) || BeginsWithRecordSeparator(path));
    private bool _keepIds = true;
    private bool _hasIdColumn;

    /// <summary>The name of the column that ids go to when they cannot be the features' ids.</summary>
    public static string IdColumn => "source_id";

    /// <inheritdoc/>
    public override string Format => "GeoJSON";

    /// <inheritdoc/>
    public override string Place(in RawFeature raw) => PlaceOf(raw.Number, raw.Position);

    /// <inheritdoc/>
    public override async Task<FileSurvey> SurveyAsync(ImportReport report, CancellationToken cancellation)
    {
        var columns = new PropertyColumns();
        var kinds = new HashSet<GeometryKind>();
        var ids = new IdSurvey();
        long number = 0;
        await foreach (var (json, offset) in _walk.FeaturesAsync(cancellation))
            Guarded(++number, offset, () => Survey(json.Span, columns, kinds, ids));
        (_keepIds, _hasIdColumn) = (ids.CanStay, idsBecomeColumn && ids.Any && !ids.CanStay);
        if (_hasIdColumn)
            report.Warn(new ImportProblem(Name, null, $"the ids are not ascending whole numbers from 1; they are kept in the column '{IdColumn}'"));
        IEnumerable<PropertyDefinition> idColumn = _hasIdColumn ? [new PropertyDefinition(IdColumn, PropertyType.Text)] : [];
        return new FileSurvey([.. columns.Definitions, .. idColumn], kinds, _walk.System);
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<RawFeature> ReadAsync(
        FileSurvey survey, ImportReport report, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var own = _hasIdColumn ? survey.Columns.Take(survey.Columns.Count - 1) : survey.Columns;
        var properties = new PropertyReader([.. own]);
        var rings = new RingBuilder(new GeometryFactory(new PrecisionModel(), survey.System.Srid));
        var geometries = new GeoJsonGeometryReader(rings);
        long number = 0;
        await foreach (var (json, offset) in _walk.FeaturesAsync(cancellation))
        {
            RawFeature raw = default;
            Guarded(++number, offset, () => raw = Read(json.Span, number, offset, properties, geometries, rings));
            yield return raw;
        }

        Tell(report, geometries.Heights, "a height, which is left out: layers are flat");
        Tell(report, geometries.FurtherOrdinates, "more than three ordinates, of which the first two are kept");
    }

    private void Tell(ImportReport report, long positions, string what)
    {
        if (positions > 0)
            report.Warn(new ImportProblem(Name, null, string.Create(CultureInfo.InvariantCulture, $"{positions} position(s) have {what}")));
    }

    private static void Survey(ReadOnlySpan<byte> json, PropertyColumns columns, HashSet<GeometryKind> kinds, IdSurvey ids)
    {
        var members = GeoJsonMembers.Find(json);
        ids.See(members.Id);
        columns.See(json[members.Properties], members.Properties.Start.Value);
        if (HasGeometry(json, members))
        {
            var parts = GeometryParts.Find(json[members.Geometry], members.Geometry.Start.Value, Pointer(members));
            kinds.Add(GeoJsonMembers.KindOf(parts.Type)!.Value); // only known types are found
        }
    }

    private RawFeature Read(
        ReadOnlySpan<byte> json, long number, long offset, PropertyReader properties, GeoJsonGeometryReader geometries, RingBuilder rings)
    {
        var members = GeoJsonMembers.Find(json);
        var values = properties.Read(json[members.Properties], members.Properties.Start.Value);
        var geometry = HasGeometry(json, members) ? geometries.Read(json[members.Geometry], members.Geometry.Start.Value, Pointer(members)) : null;
        if (_hasIdColumn)
            values = [.. values, members.Id.IsGiven ? members.Id.ToString() : null];
        return new RawFeature(number, offset, _keepIds ? members.Id.Number : null, geometry, values, rings.TakeNotes());
    }

    private static string Pointer(in GeoJsonMembers members) => members.Type == "Feature" ? "/geometry" : "";

    private static bool HasGeometry(ReadOnlySpan<byte> json, in GeoJsonMembers members) =>
        !json[members.Geometry].IsEmpty && !json[members.Geometry].SequenceEqual("null"u8);

    private void Guarded(long number, long offset, Action read)
    {
        try
        {
            read();
        }
        catch (GeoJsonFault fault)
        {
            var place = fault.Pointer.Length == 0 ? PlaceOf(number, offset + fault.Position) : $"{PlaceOf(number, offset + fault.Position)}, {fault.Pointer}";
            throw Refusal(place, fault.Text.En);
        }
    }

    private static string PlaceOf(long number, long offset) => string.Create(CultureInfo.InvariantCulture, $"feature {number}, byte {offset}");

    private static bool BeginsWithRecordSeparator(string path)
    {
        using var file = File.OpenRead(path);
        return file.ReadByte() == 0x1E;
    }
}
