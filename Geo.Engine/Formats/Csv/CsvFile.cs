using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;
using Geo.Engine.Formats.Intake;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Formats.Csv;

/// <summary>
/// A CSV file with a header row: points from two columns (longitude and latitude, degrees-minutes-seconds, or metres), or any geometry from
/// one of well-known text. Separator, decimal sign, encoding, and which of X and Y is the northing are told from the file unless given.
/// </summary>
internal sealed class CsvFile(string path, ImportOptions options) : FeatureFile(Path.GetFileName(path))
{
    private CsvDialect? _dialect;
    private CsvLayout? _layout;

    /// <inheritdoc/>
    public override string Format => "CSV";

    /// <inheritdoc/>
    public override string Place(in RawFeature raw) => Line(raw.Position);

    /// <inheritdoc/>
    public override async Task<FileSurvey> SurveyAsync(ImportReport report, CancellationToken cancellation)
    {
        _dialect = await CsvDialect.DetectAsync(path, options.Encoding, cancellation);
        report.Encoding = _dialect.Encoding;
        if (_dialect.Guess is { IsSure: false } guess)
            Warn(report, null, $"the encoding is not sure; read as {guess.Encoding}, words look like this: {guess.Preview}");
        try
        {
            _layout = await CsvLayout.SurveyAsync(this, path, _dialect, options, cancellation);
        }
        catch (CsvFormatException fault)
        {
            throw Malformed(fault);
        }

        foreach (var note in _layout.Notes)
            Warn(report, null, note);
        return new FileSurvey(_layout.Columns, _layout.Kinds, _layout.System);
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<RawFeature> ReadAsync(
        FileSurvey survey, ImportReport report, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var rows = new CsvRows(_layout!, _dialect!, new GeometryFactory(new PrecisionModel(), survey.System.Srid), survey.System.IsGeographic); // surveyed first
        await using var reader = _dialect!.Open(path); // surveyed first
        long number = 0, withoutPosition = 0;
        while (await NextAsync(reader, cancellation))
        {
            var (raw, fault) = rows.Read(reader, ++number);
            if (fault is not null)
                RefuseRow(report, reader.LineNumber, fault);
            else
                yield return raw;
            withoutPosition += fault is null && raw.Geometry is null ? 1 : 0;
        }

        if (withoutPosition > 0)
            Warn(report, null, string.Create(CultureInfo.InvariantCulture, $"{withoutPosition} row(s) have no position; they stay without geometry"));
    }

    /// <summary>A line, for people.</summary>
    public static string Line(long line) => string.Create(CultureInfo.InvariantCulture, $"line {line}");

    private void RefuseRow(ImportReport report, long line, CsvFault fault)
    {
        report.Refuse(new ImportProblem(Name, fault.Column is null ? Line(line) : $"{Line(line)}, column '{fault.Column}'", fault.Message));
        if (report.RefusedCount >= FeatureIntake.MostRefusals)
            throw Refusal(Line(line), $"{FeatureIntake.MostRefusals} rows are refused; reading has stopped");
    }

    private void Warn(ImportReport report, string? place, string message) => report.Warn(new ImportProblem(Name, place, message));

    private async ValueTask<bool> NextAsync(CsvReader reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadAsync(cancellation);
        }
        catch (CsvFormatException fault)
        {
            throw Malformed(fault);
        }
    }

    private ImportRefusedException Malformed(CsvFormatException fault) =>
        Refusal(fault.LineNumber > 0 ? Line(fault.LineNumber) : string.Create(CultureInfo.InvariantCulture, $"byte {fault.ByteOffset}"), $"not CSV: {fault.Message}");
}
