using System.Text.Json;
using Geo.Api.Access;
using Geo.Api.Http;
using Geo.Api.Jobs;
using Geo.Engine.Access;
using Geo.Engine.Jobs;

namespace Geo.Api.Processes;

/// <summary>Executes processes: every execution is a job; who waits gets its results, who does not gets the job.</summary>
internal sealed class ExecutionEndpoint(ProcessCatalog catalog, JobDesk desk, JobResults results, OutgoingRequests outside, GeoOptions options)
{
    private const int LongestKey = 200;
    private const int RetryAfterSeconds = 5;
    private readonly long _mostBytes = options.MaxInputMebibytes * 1024L * 1024;
    private readonly AllowedHosts _inputHosts = new(options.InputHosts);
    private readonly AllowedHosts _callbackHosts = new(options.CallbackHosts);

    /// <summary>Maps it.</summary>
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapAction(new Resource("/processes/{processId}/execution", [Representation.Json]) { TakesAnyAccept = true, Cost = 10 }, ExecuteAsync);

    /// <summary>Runs a process and answers when it is done, or when the client's patience ends.</summary>
    public async Task<IResult> RunAsync(ApiRequest request, Process process, ProcessInputs inputs, ExecutionRequest wanted, Func<Job, Task<IResult>> whenOver)
    {
        if (process.Publishes(inputs) && !request.Caller.May(Role.Planner))
            return new ProblemResult(AccessProblems.Refused(request.Caller, Role.Planner));
        if (Key(request) is { Length: > LongestKey } key)
            return new ProblemResult(Problems.Parameters([new ParameterFault("Idempotency-Key", key, new($"không quá {LongestKey} ký tự", $"at most {LongestKey} characters"))]));
        var ticket = new JobTicket(wanted, JobReach.OwnerOf(request.Caller), Key(request), request.Language, request.Addresses.Root, request.Author(process.Action));
        var admission = await desk.SubmitAsync(process, inputs, ticket, request.Cancellation);
        if (admission.Job is not { } job)
            return new ProblemResult(Problems.Busy("Hàng đợi công việc đã đầy.", "Too many jobs are waiting.", RetryAfterSeconds));
        if (job.ProcessId != process.Description.Id || job.InputHash != JobDesk.HashOf(process, inputs))
            return new ProblemResult(KeyUsed());
        return await AnswerAsync(request, job, whenOver);
    }

    private async Task<IResult> ExecuteAsync(ApiRequest request)
    {
        if (catalog.Find(request.Segment("processId")) is not { } process)
            return ProcessEndpoints.Unknown(request, catalog);
        request.StopTimer();
        var (body, problem) = await JsonBody.ReadAsync(request.Http, _mostBytes, request.Cancellation);
        if (problem is not null)
            return new ProblemResult(problem);
        var reader = new ExecutionReader(process.Description, new InputReader(process.Description, _inputHosts, outside, _mostBytes), _callbackHosts);
        var (inputs, wanted) = await reader.ReadAsync(body, request.Cancellation);
        IReadOnlyList<ParameterFault> faults = reader.Faults.Count > 0 ? reader.Faults : await process.JudgeAsync(inputs, request.Cancellation);
        return faults.Count > 0
            ? new ProblemResult(Problems.Parameters(faults))
            : await RunAsync(request, process, inputs, wanted, job => results.AnswerAsync(request, job));
    }

    private async Task<IResult> AnswerAsync(ApiRequest request, Job job, Func<Job, Task<IResult>> whenOver)
    {
        request.StopTimer();
        var mode = ExecutionMode.Of(request.Http.Request.Headers);
        var patience = mode.Wait ?? (mode.IsAsync ? TimeSpan.Zero : TimeSpan.FromSeconds(options.SyncSeconds));
        var seen = patience == TimeSpan.Zero ? job : await WaitAsync(request, job, patience);
        var isOver = patience > TimeSpan.Zero && (seen is null or { IsOver: true });
        if (mode.Applied(asJob: !isOver) is { } applied)
            request.Http.Response.Headers["Preference-Applied"] = applied;
        if (!isOver)
            return Created(request, seen ?? job);
        var answer = await whenOver(seen ?? job with { State = JobState.Dismissed });
        return new MonitoredResult(answer, new Link(request.Addresses.To(StatusDocument.PathOf(job.Id)), "monitor", Representation.Json.MediaType));
    }

    private async Task<Job?> WaitAsync(ApiRequest request, Job job, TimeSpan patience)
    {
        try
        {
            return await desk.WaitAsync(job.Id, patience, request.Cancellation);
        }
        catch (OperationCanceledException) when (request.Http.RequestAborted.IsCancellationRequested && Key(request) is null)
        {
            // Nobody knows of this job any more.
            await desk.DismissAsync(job.Id, CancellationToken.None);
            throw;
        }
    }

    private static DocumentResult Created(ApiRequest request, Job job)
    {
        var document = StatusDocument.Of(job, request.Addresses.To, request.Language);
        request.Http.Response.Headers.Location = request.Addresses.To(StatusDocument.PathOf(job.Id));
        return new DocumentResult(request, JsonSerializer.SerializeToUtf8Bytes(document, ApiJson.Readable.StatusDocument), document.Links) { Status = StatusCodes.Status201Created };
    }

    private static string? Key(ApiRequest request) => request.Http.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key ? key : null;

    private static RequestProblem KeyUsed() => new(
        StatusCodes.Status422UnprocessableEntity,
        "idempotency-key-used",
        new("Khóa đã dùng", "Key used before"),
        new("Idempotency-Key này đã dùng cho một yêu cầu khác.", "This Idempotency-Key was used for another request."));
}
