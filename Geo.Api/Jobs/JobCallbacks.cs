using System.Text.Json;
using Geo.Api.Http;
using Geo.Api.Processes;
using Geo.Engine.Features;
using Geo.Engine.Jobs;

namespace Geo.Api.Jobs;

/// <summary>
/// Tells subscribers how their job goes: where it stands at each step, the results at its end, or why there are none. Their hosts were allowed before the job was written, and
/// are asked for again here, as the list may have become shorter. A subscriber who does not answer is told three times; no job waits for one.
/// </summary>
internal sealed class JobCallbacks(IJobLedger ledger, JobResults results, OutgoingRequests outside, GeoOptions options, TimeProvider time, ILogger<JobCallbacks> logger)
{
    private const int Attempts = 3;
    private readonly AllowedHosts _hosts = new(options.CallbackHosts);

    /// <summary>A step has begun.</summary>
    public void TellStep(string jobId) => Tell(jobId, (job, subscriber) => job.IsOver ? null : subscriber.InProgressUri);

    /// <summary>The job is over.</summary>
    public void TellEnd(string jobId) => Tell(jobId, (job, subscriber) => job.State == JobState.Successful ? subscriber.SuccessUri : subscriber.FailedUri);

    private void Tell(string jobId, Func<Job, ExecutionRequest.SubscriberAddresses, Uri?> choose)
    {
        if (options.CallbackHosts.Count > 0)
            _ = Task.Run(() => TellAsync(jobId, choose));
    }

    private async Task TellAsync(string jobId, Func<Job, ExecutionRequest.SubscriberAddresses, Uri?> choose)
    {
        try
        {
            var request = await ledger.FindRequestAsync(jobId, CancellationToken.None) is { } text ? JsonSerializer.Deserialize(text, ApiJson.Default.JobRequest) : null;
            if (request?.Wanted.Subscriber is { } subscriber && await ledger.FindJobAsync(jobId, CancellationToken.None) is { } job && choose(job, subscriber) is { } address && _hosts.Allows(address))
                await PostAsync(job, address, await BodyAsync(job, request));
        }
        catch (StoreUnavailableException away)
        {
            logger.CallbackFailed(jobId, away.Message);
        }
    }

    private async Task<byte[]> BodyAsync(Job job, JobRequest request)
    {
        string Address(string path, string? form) => request.Root + path + (form is null ? "" : $"?f={form}");
        if (job.State == JobState.Successful)
            return await results.DocumentAsync(job, StatusDocument.OutcomeOf(job)!.Outputs, request.Wanted, Address, CancellationToken.None); // it was successful
        if (JobResults.Missing(job) is { } problem && job.State == JobState.Failed)
            return JsonSerializer.SerializeToUtf8Bytes(ProblemResult.Document(problem, request.Language), ApiJson.Readable.ProblemDocument);
        return JsonSerializer.SerializeToUtf8Bytes(StatusDocument.Of(job, Address, request.Language), ApiJson.Readable.StatusDocument);
    }

    private async Task PostAsync(Job job, Uri address, byte[] body)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await outside.PostAsync(address, body, CancellationToken.None))
                return;
            if (attempt == Attempts)
                break;
            await Task.Delay(TimeSpan.FromSeconds(attempt), time);
        }
        logger.CallbackFailed(job.Id, address.Host);
    }
}
