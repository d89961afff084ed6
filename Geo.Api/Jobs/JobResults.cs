using System.Text.Encodings.Web;
using System.Text.Json;
using Geo.Api.Http;
using Geo.Api.Processes;
using Geo.Engine.Features;
using Geo.Engine.Jobs;

namespace Geo.Api.Jobs;

/// <summary>The results of a job in the form that was asked for with its execution.</summary>
internal sealed class JobResults(IFeatureStore store, IJobLedger ledger)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// The results, or the problem that there are none yet, or none any more. By the standard (18-062r2, 7.11.4): as a document, one JSON object; raw, the bytes of one
    /// output, or a multipart of several; what is wanted by reference only, nothing but links.
    /// </summary>
    /// <param name="request">Who asks.</param>
    /// <param name="job">The job.</param>
    /// <param name="only">Names of the outputs asked for now; null for all that the job has.</param>
    public async Task<IResult> AnswerAsync(ApiRequest request, Job job, IReadOnlyList<string>? only = null)
    {
        if (Missing(job) is { } problem)
            return new ProblemResult(problem);
        var outputs = StatusDocument.OutcomeOf(job)!.Outputs.Where(o => only is null || only.Contains(o.Name, StringComparer.Ordinal)).ToList(); // it was successful
        var wanted = await WantedAsync(job, request.Cancellation);
        request.StopTimer();
        if (wanted.AsDocument && outputs.Count > 0)
            return new DocumentResult(request, await DocumentAsync(job, outputs, wanted, request.Addresses.To, request.Cancellation), [.. request.OwnLinks([Representation.Json])]);
        var links = outputs.Where(o => wanted.WantsLink(o.Name)).Select(o => LinkTo(job, o, request.Addresses.To)).ToList();
        if (links.Count == outputs.Count)
            return new LinksResult(links);
        return outputs is [var single]
            ? await OneAsync(request, job, single)
            : new MultipartResult(job.Id, links, await BodiesAsync(job, [.. outputs.Where(o => !wanted.WantsLink(o.Name))], request.Cancellation));
    }

    /// <summary>One output, as it is.</summary>
    public async Task<IResult> OneAsync(ApiRequest request, Job job, JobOutcome.KeptOutput output)
    {
        request.StopTimer();
        var bytes = await BytesAsync(job, output.Name, request.Cancellation);
        request.Http.Response.Headers.CacheControl = Headers.Revalidate;
        return Results.Bytes(bytes, Headers.ContentType(output.MediaType), enableRangeProcessing: true, entityTag: EntityTags.Strong(job.Id, output.Name));
    }

    /// <summary>The results as one JSON object (results.yaml).</summary>
    public async Task<byte[]> DocumentAsync(Job job, IReadOnlyList<JobOutcome.KeptOutput> outputs, ExecutionRequest wanted, Func<string, string?, string> address, CancellationToken cancellation)
    {
        using var stream = new MemoryStream();
        await using var json = new Utf8JsonWriter(stream, Readable);
        json.WriteStartObject();
        foreach (var output in outputs)
        {
            json.WritePropertyName(output.Name);
            if (wanted.WantsLink(output.Name))
                JsonSerializer.Serialize(json, LinkTo(job, output, address), ApiJson.Readable.Link);
            else
                WriteValue(json, output, await BytesAsync(job, output.Name, cancellation));
        }
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
        return stream.ToArray();
    }

    /// <summary>What the client wanted when it asked for the execution.</summary>
    public async Task<ExecutionRequest> WantedAsync(Job job, CancellationToken cancellation) =>
        await ledger.FindRequestAsync(job.Id, cancellation) is { } text && JsonSerializer.Deserialize(text, ApiJson.Default.JobRequest) is { Wanted: var wanted }
            ? wanted
            : throw new InvalidOperationException($"The job {job.Id} has no request.");

    /// <summary>Why a job has no results; null when it has.</summary>
    public static RequestProblem? Missing(Job job) => job.State switch
    {
        JobState.Successful => null,
        JobState.Failed when StatusDocument.OutcomeOf(job)?.Reason is { } reason => new(
            reason.Status, reason.Kind, new("Công việc thất bại", "The job failed"), reason.Text),
        JobState.Dismissed => NotReady("Công việc đã bị hủy, không có kết quả.", "The job was dismissed; it has no results."),
        _ => NotReady("Công việc chưa xong.", "The job is not done yet."),
    };

    private static RequestProblem NotReady(string vi, string en) =>
        new(StatusCodes.Status404NotFound, "result-not-ready", new("Chưa có kết quả", "Result not ready"), new(vi, en)) { TypeUri = JobProblemTypes.ResultNotReady };

    private static Link LinkTo(Job job, JobOutcome.KeptOutput output, Func<string, string?, string> address) => new(
        address($"{StatusDocument.PathOf(job.Id)}/results/{Addresses.Segment(output.Name)}", null), "http://www.opengis.net/def/rel/ogc/1.0/results", output.MediaType, output.Name);

    private async Task<ReadOnlyMemory<byte>> BytesAsync(Job job, string output, CancellationToken cancellation)
    {
        var document = await store.FindDocumentAsync(Job.DocumentName(job.Id, output), cancellation)
            ?? throw new StoreUnavailableException($"The output {output} of job {job.Id} was removed while it was read.");
        return document.Content;
    }

    private async Task<IReadOnlyList<(JobOutcome.KeptOutput, ReadOnlyMemory<byte>)>> BodiesAsync(Job job, IReadOnlyList<JobOutcome.KeptOutput> outputs, CancellationToken cancellation)
    {
        var bodies = new List<(JobOutcome.KeptOutput, ReadOnlyMemory<byte>)>();
        foreach (var output in outputs)
            bodies.Add((output, await BytesAsync(job, output.Name, cancellation)));
        return bodies;
    }

    // Numbers, texts, truths and arrays stand by themselves; objects and bytes are qualified, or they could be taken for links.
    private static void WriteValue(Utf8JsonWriter json, JobOutcome.KeptOutput output, ReadOnlyMemory<byte> bytes)
    {
        if (output.MediaType == "text/plain")
        {
            json.WriteStringValue(bytes.Span);
            return;
        }
        var isJson = output.MediaType.Split(';')[0].EndsWith("json", StringComparison.Ordinal);
        if (isJson && bytes.Span[0] != (byte)'{')
        {
            json.WriteRawValue(bytes.Span);
            return;
        }
        json.WriteStartObject();
        json.WriteString("mediaType", output.MediaType);
        if (!isJson)
            json.WriteString("encoding", "base64");
        json.WritePropertyName("value");
        if (isJson)
            json.WriteRawValue(bytes.Span);
        else
            json.WriteBase64StringValue(bytes.Span);
        json.WriteEndObject();
    }
}
