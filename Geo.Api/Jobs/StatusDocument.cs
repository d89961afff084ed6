using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Geo.Api.Http;
using Geo.Api.Processes;
using Geo.Engine.Jobs;

namespace Geo.Api.Jobs;

/// <summary>Where a job stands (18-062r2, statusInfo.yaml), in one language.</summary>
internal sealed record StatusDocument
{
    [JsonPropertyName("jobID")]
    public required string JobId { get; init; }

    [JsonPropertyName("processID")]
    public required string ProcessId { get; init; }

    public string Type { get; } = "process";

    public required string Status { get; init; }

    /// <summary>The step at work, or why it failed.</summary>
    public required string? Message { get; init; }

    public required int Progress { get; init; }

    public required string Created { get; init; }

    public required string? Started { get; init; }

    public required string? Finished { get; init; }

    public required string Updated { get; init; }

    public required IReadOnlyList<Link> Links { get; init; }

    /// <summary>Path of a job.</summary>
    public static string PathOf(string jobId) => $"/jobs/{Addresses.Segment(jobId)}";

    /// <summary>The document of a job.</summary>
    /// <param name="job">The job.</param>
    /// <param name="address">Makes an address of a path and a form.</param>
    /// <param name="language">Language of texts.</param>
    public static StatusDocument Of(Job job, Func<string, string?, string> address, string language) => new()
    {
        JobId = job.Id,
        ProcessId = job.ProcessId,
        Status = job.State.ToString().ToLowerInvariant(),
        Message = OutcomeOf(job)?.Reason?.Text.For(language) ?? (job.State == JobState.Running ? job.Step?.For(language) : null),
        Progress = job.Progress,
        Created = Text(job.Created),
        Started = job.Started is { } started ? Text(started) : null,
        Finished = job.Finished is { } finished ? Text(finished) : null,
        Updated = Text(job.Updated),
        Links = [.. LinksOf(job, address, language)],
    };

    /// <summary>What came of a job; null before its end.</summary>
    public static JobOutcome? OutcomeOf(Job job) => job.Outcome is { } text ? JsonSerializer.Deserialize(text, ApiJson.Default.JobOutcome) : null;

    private static IEnumerable<Link> LinksOf(Job job, Func<string, string?, string> address, string language)
    {
        var path = PathOf(job.Id);
        string Say(string vi, string en) => language == "vi" ? vi : en;
        yield return new Link(address(path, null), "self", Representation.Json.MediaType, Say("Công việc này", "This job"));
        yield return new Link(address(path, "html"), "alternate", Representation.Html.MediaType, Say("Công việc này dạng trang", "This job as a page"));
        yield return new Link(address(ProcessDocuments.PathOf(job.ProcessId), null), "urn:soctranggeo:rel:process", Representation.Json.MediaType, job.ProcessId);
        yield return new Link(address($"{path}/events", null), "urn:soctranggeo:rel:events", EventsEndpoint.MediaType, Say("Tiến độ", "Progress"));
        if (job.State != JobState.Successful)
            yield break;
        yield return new Link(address($"{path}/results", null), "http://www.opengis.net/def/rel/ogc/1.0/results", Representation.Json.MediaType, Say("Kết quả", "Results"));
        foreach (var published in OutcomeOf(job)?.Published ?? [])
            yield return new Link(address(published.Path, null), published.Rel, published.Type, published.Title);
    }

    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
