using System.Globalization;
using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Jobs;

namespace Geo.Api.Jobs;

/// <summary>The parameters of the list of jobs (18-062r2, conformance class job-list).</summary>
internal static class JobListQuery
{
    private const int MostJobs = 1_000;
    private const int LongestSeconds = 100_000_000;
    private static readonly Dictionary<string, JobState> StatesByWord = Enum.GetValues<JobState>().ToDictionary(s => s.ToString().ToLowerInvariant());

    /// <summary>Names of the parameters.</summary>
    public static string[] Parameters { get; } = ["type", "processID", "status", "datetime", "minDuration", "maxDuration", "limit", "cursor"];

    /// <summary>The query; faults are added to the request, and the query is then not to be used.</summary>
    public static JobQuery Parse(ApiRequest request, DateTimeOffset now)
    {
        request.Read("type", text => text.Split(',').All(t => t == "process") ? text : null, new BilingualText("process", "process"));
        var time = request.ReadValue<TimeInterval>("datetime", DatetimeParameter.Parse, DatetimeParameter.Allowed);
        return new JobQuery
        {
            ProcessIds = request.Parameter("processID")?.Split(',') ?? [],
            States = request.Read("status", States, new BilingualText(Words, Words)) ?? [],
            CreatedFrom = Moment(time?.Start),
            CreatedTo = Moment(time?.End),
            MinDuration = Seconds(request, "minDuration"),
            MaxDuration = Seconds(request, "maxDuration"),
            Now = now,
            BeforeNumber = request.ReadValue<long>("cursor", Number, new("giá trị từ liên kết next", "a value from a next link")),
            Limit = Math.Min(WholeNumber.Read(request, "limit", 1, int.MaxValue) ?? request.Options.DefaultPageSize, MostJobs),
        };
    }

    private static string Words => string.Join(", ", StatesByWord.Keys);

    private static IReadOnlyList<JobState>? States(string text)
    {
        var words = text.Split(',');
        return Array.TrueForAll(words, StatesByWord.ContainsKey) ? [.. words.Select(w => StatesByWord[w])] : null;
    }

    private static TimeSpan? Seconds(ApiRequest request, string name) =>
        WholeNumber.Read(request, name, 0, LongestSeconds) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    private static DateTimeOffset? Moment(DateTime? utc) => utc is { } moment ? new DateTimeOffset(moment, TimeSpan.Zero) : null;

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
