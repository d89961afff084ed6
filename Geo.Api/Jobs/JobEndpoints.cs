using System.Globalization;
using System.Text.Json;
using Geo.Api.Http;
using Geo.Api.Processes;
using Geo.Engine.Jobs;

namespace Geo.Api.Jobs;

/// <summary>Jobs: their list, where each stands, its results, and calling it off.</summary>
internal sealed class JobEndpoints(IJobLedger ledger, JobDesk desk, JobResults results, TimeProvider time)
{
    private static readonly Representation[] Forms = [Representation.Json, Representation.Html];

    /// <summary>Maps them all.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapResource(new Resource("/jobs", Forms, JobListQuery.Parameters), ListAsync);
        routes.MapResource(new Resource("/jobs/{jobId}", Forms), OneAsync);
        routes.MapChange(HttpMethods.Delete, new Resource("/jobs/{jobId}", Forms), DismissAsync);
        routes.MapResource(new Resource("/jobs/{jobId}/results", Forms, "outputs") { TakesAnyAccept = true }, ResultsAsync);
        routes.MapResource(new Resource("/jobs/{jobId}/results/{outputId}", [Representation.Json]) { TakesAnyAccept = true }, OutputAsync);
        routes.MapResource(new Resource("/jobs/{jobId}/events", [EventsEndpoint.Form]), EventsAsync);
    }

    private async Task<IResult> ListAsync(ApiRequest request)
    {
        var query = JobListQuery.Parse(request, time.GetUtcNow());
        if (request.Faults.Count > 0)
            return new ProblemResult(Problems.Parameters(request.Faults));
        var jobs = await ledger.ListJobsAsync(JobReach.Within(request.Caller, query) with { Limit = query.Limit + 1 }, request.Cancellation);
        var page = jobs.Take(query.Limit).ToList();
        Link[] links = [.. request.OwnLinks(Forms), .. jobs.Count > query.Limit ? [Next(request, page[^1])] : Array.Empty<Link>()];
        var document = new JobListDocument([.. page.Select(j => StatusDocument.Of(j, request.Addresses.To, request.Language))], links);
        return new DocumentResult(request, request.Form.IsHtml ? JobPages.List(request, document) : JsonSerializer.SerializeToUtf8Bytes(document, ApiJson.Readable.JobListDocument), links);
    }

    private async Task<IResult> OneAsync(ApiRequest request) => await FindAsync(request) is { } job ? Status(request, job) : Unknown(request);

    private async Task<IResult> DismissAsync(ApiRequest request)
    {
        if (await FindAsync(request) is not { State: not JobState.Dismissed } job)
            return Unknown(request);
        if (await desk.DismissAsync(job.Id, request.Cancellation) is { } dismissed)
            return Status(request, dismissed);
        return await ledger.RemoveJobAsync(job.Id, request.Cancellation) ? Status(request, job with { State = JobState.Dismissed }) : Unknown(request);
    }

    private async Task<IResult> ResultsAsync(ApiRequest request)
    {
        if (await FindAsync(request) is not { } job)
            return Unknown(request);
        var only = request.Parameter("outputs")?.Split(',');
        if (StatusDocument.OutcomeOf(job) is { Reason: null } outcome && only?.FirstOrDefault(n => outcome.Outputs.All(o => o.Name != n)) is { } strange)
            return new ProblemResult(Problems.Parameters([new ParameterFault("outputs", strange, Known(outcome))]));
        if (request.Form.IsHtml && JobResults.Missing(job) is null)
            return new DocumentResult(request, JobPages.Results(request, job), [.. request.OwnLinks(Forms)]);
        return await results.AnswerAsync(request, job, only);
    }

    private async Task<IResult> OutputAsync(ApiRequest request)
    {
        if (await FindAsync(request) is not { } job)
            return Unknown(request);
        if (JobResults.Missing(job) is { } problem)
            return new ProblemResult(problem);
        var outcome = StatusDocument.OutcomeOf(job)!; // it was successful
        var id = request.Segment("outputId");
        return outcome.Outputs.FirstOrDefault(o => o.Name == id) is { } output
            ? await results.OneAsync(request, job, output)
            : new ProblemResult(Problems.Unknown(new("đầu ra", "output"), id, outcome.Outputs.Select(o => o.Name)));
    }

    private async Task<IResult> EventsAsync(ApiRequest request) => await FindAsync(request) is { } job ? new EventsResult(request, job.Id, ledger) : Unknown(request);

    private async Task<Job?> FindAsync(ApiRequest request)
    {
        var id = request.Segment("jobId");
        var job = id.Contains('\0', StringComparison.Ordinal) ? null : await ledger.FindJobAsync(id, request.Cancellation);
        return job is not null && JobReach.Holds(request.Caller, job) ? job : null;
    }

    private static DocumentResult Status(ApiRequest request, Job job)
    {
        var document = StatusDocument.Of(job, request.Addresses.To, request.Language);
        return new DocumentResult(request, request.Form.IsHtml ? JobPages.One(request, document) : JsonSerializer.SerializeToUtf8Bytes(document, ApiJson.Readable.StatusDocument), document.Links);
    }

    private static Link Next(ApiRequest request, Job last) => new(
        request.Addresses.With(("cursor", last.Number.ToString(CultureInfo.InvariantCulture))), "next", request.MediaType, HtmlPage.Say(request, "Trang sau", "Next page"));

    private static BilingualText Known(JobOutcome outcome)
    {
        var names = string.Join(", ", outcome.Outputs.Select(o => o.Name));
        return new(names, names);
    }

    private static ProblemResult Unknown(ApiRequest request)
    {
        var id = Problems.Shown(request.Segment("jobId"));
        return new ProblemResult(Problems.NotFound($"Không có công việc \"{id}\".", $"There is no job \"{id}\".") with { TypeUri = JobProblemTypes.NoSuchJob });
    }
}
