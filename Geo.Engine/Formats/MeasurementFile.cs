using System.Globalization;
using CsvHelper;
using Geo.Engine.Formats.Csv;
using Geo.Engine.Radio.Calibration;

namespace Geo.Engine.Formats;

/// <summary>
/// Reads measured levels from CSV: columns <c>lon</c>, <c>lat</c> (degrees, decimal point), <c>site</c>, <c>rsrp_dbm</c>, <c>time</c> (ISO 8601 with Z or an offset), and
/// <c>band</c> if there is one; any order, other columns are passed over. Every faulty line is named.
/// </summary>
public static class MeasurementFile
{
    private const int MostProblems = 1_000;
    private const double LeastRsrpDbm = -160;
    private const double MostRsrpDbm = -20;
    private static readonly string[] Needed = ["lon", "lat", "site", "rsrp_dbm", "time"];
    private static readonly string[] TimeFormats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK"];

    /// <summary>The measurements of a file and what is wrong with it.</summary>
    public static async Task<MeasurementReading> ReadAsync(string path, CancellationToken cancellation)
    {
        var (measurements, problems, seen) = (new List<Measurement>(), new List<MeasurementProblem>(), new Dictionary<Measurement, long>());
        try
        {
            var dialect = await CsvDialect.DetectAsync(path, null, cancellation);
            await using var reader = dialect.Open(path);
            await reader.ReadHeaderAsync(cancellation);
            var headers = reader.Headers.Select(h => dialect.Decode(h).ToLowerInvariant()).ToList();
            if (Needed.FirstOrDefault(n => !headers.Contains(n)) is { } missing)
                return new([], [new(1, new($"thiếu cột {missing}; cần {string.Join(", ", Needed)}", $"column {missing} is missing; needed are {string.Join(", ", Needed)}"))]);
            while (problems.Count < MostProblems && await reader.ReadAsync(cancellation))
            {
                var (measurement, fault) = Row(reader, dialect, headers);
                if (measurement is not null && !seen.TryAdd(measurement with { Line = 0 }, measurement.Line))
                    fault = new($"trùng với dòng {seen[measurement with { Line = 0 }]}", $"the same as line {seen[measurement with { Line = 0 }]}");
                if (fault is not null)
                    problems.Add(new(reader.LineNumber, fault));
                else if (measurement is not null)
                    measurements.Add(measurement);
            }
        }
        catch (CsvFormatException fault)
        {
            problems.Add(new(fault.LineNumber, new($"không phải CSV: {fault.Message}", $"not CSV: {fault.Message}")));
        }
        return new(measurements, problems);
    }

    private static (Measurement? Measurement, BilingualText? Fault) Row(CsvReader reader, CsvDialect dialect, List<string> headers)
    {
        if (reader.FieldCount != headers.Count)
            return (null, new($"dòng có {reader.FieldCount} trường, dòng đầu có {headers.Count}", $"the row has {reader.FieldCount} fields, the header {headers.Count}"));
        string Field(string name) => headers.IndexOf(name) is >= 0 and var index ? dialect.Find(reader, index) ?? "\uFFFD" : "";
        var site = Field("site");
        if (site.Length is 0 or > 200 || site.Contains('\uFFFD', StringComparison.Ordinal))
            return (null, Fault("site", site, new("tên trạm", "the name of a site")));
        if (Number(Field("lon"), -180, 180) is not { } longitude)
            return (null, Fault("lon", Field("lon"), new("số trong -180..180", "a number in -180..180")));
        if (Number(Field("lat"), -90, 90) is not { } latitude)
            return (null, Fault("lat", Field("lat"), new("số trong -90..90", "a number in -90..90")));
        if (Number(Field("rsrp_dbm"), LeastRsrpDbm, MostRsrpDbm) is not { } level)
            return (null, Fault("rsrp_dbm", Field("rsrp_dbm"), new(FormattableString.Invariant($"số trong {LeastRsrpDbm}..{MostRsrpDbm}"), FormattableString.Invariant($"a number in {LeastRsrpDbm}..{MostRsrpDbm}"))));
        // A time without an offset would be one thing in one place and another elsewhere.
        if (!DateTimeOffset.TryParseExact(Field("time"), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) || Field("time") is not ([.., 'Z'] or [.., '+' or '-', _, _, ':', _, _]))
            return (null, Fault("time", Field("time"), new("thời điểm ISO 8601 có Z hoặc múi giờ", "a time of ISO 8601 with Z or an offset")));
        return (new Measurement(longitude, latitude, site, Field("band"), level, time, reader.LineNumber), null);
    }

    private static double? Number(string text, double least, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    private static BilingualText Fault(string column, string received, BilingualText allowed)
    {
        var shown = received.Length > 60 ? received[..60] + "…" : received;
        return new($"cột {column}: '{shown}'; được phép {allowed.Vi}", $"column {column}: '{shown}'; allowed is {allowed.En}");
    }
}
