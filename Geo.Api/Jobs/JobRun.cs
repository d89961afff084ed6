using System.Text.Json;
using Geo.Api.Http;
using Geo.Api.Processes;
using Geo.Engine.Features;
using Geo.Engine.Jobs;

namespace Geo.Api.Jobs;

/// <summary>Does the work of one job that this process holds, from its claim to its end.</summary>
internal sealed class JobRun(IJobLedger ledger, ProcessCatalog catalog, JobPulse pulse, JobCallbacks callbacks, GeoOptions options, TimeProvider time, ILogger<JobRun> logger)
{
    private const int MostAttempts = 3;
    private static readonly TimeSpan StorePause = TimeSpan.FromSeconds(1);

    /// <summary>Runs the job; comes back when it is over, given back, or no longer ours.</summary>
    /// <param name="job">The job as it was claimed.</param>
    /// <param name="stop">Stops the work: the job was dismissed, or lost, or the server is stopping.</param>
    /// <param name="isStopping">Whether the server is stopping, so that the job is to be given back.</param>
    public async Task RunAsync(Job job, CancellationTokenSource stop, Func<bool> isStopping)
    {
        var claim = new JobClaim(job.Id, job.Fence);
        using var done = new CancellationTokenSource();
        var steps = new JobSteps();
        var beat = new JobHeartbeat(ledger, pulse, time).BeatAsync(claim, TimeSpan.FromSeconds(options.JobLeaseSeconds / 4.0), steps, stop, () => callbacks.TellStep(job.Id), done.Token);
        try
        {
            var (outcome, change) = await OutcomeAsync(job, steps, stop.Token);
            await FinishAsync(claim, outcome, change, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            if (isStopping())
                await GiveBackAsync(claim);
        }
        finally
        {
            await done.CancelAsync();
            await beat;
            pulse.Beat();
        }
    }

    private async Task<(JobOutcome Outcome, StoreChange Change)> OutcomeAsync(Job job, JobSteps steps, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(TimeSpan.FromMinutes(options.JobMinutes));
        try
        {
            if (job.Attempt > MostAttempts)
                return (Failed(StatusCodes.Status500InternalServerError, "given-up", new($"Bỏ sau {MostAttempts} lần chạy dở dang.", $"Given up: it was begun {MostAttempts} times and never ended.")), new());
            var result = await WorkAsync(job, steps, limit.Token);
            return (Successful(result), Kept(job, result));
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return (Failed(StatusCodes.Status422UnprocessableEntity, "too-long", new($"Chạy quá {options.JobMinutes} phút.", $"It ran for more than {options.JobMinutes} minutes.")), new());
        }
        catch (ProcessFailedException failure)
        {
            return (Failed(StatusCodes.Status422UnprocessableEntity, failure.Kind, failure.Reason), new());
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            logger.JobFailed(job.Id, job.ProcessId, fault);
            return (Failed(StatusCodes.Status500InternalServerError, "internal-error", new($"Máy chủ gặp lỗi; mã công việc {job.Id}.", $"The server failed; its log has the cause under job {job.Id}.")), new());
        }
    }

    private async Task<ProcessResult> WorkAsync(Job job, JobSteps steps, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                var process = catalog.Find(job.ProcessId)
                    ?? throw new ProcessFailedException("no-such-process", new($"Máy chủ không còn quy trình {job.ProcessId}.", $"This server no longer offers the process {job.ProcessId}."));
                var request = await RequestAsync(job.Id, stop);
                using var inputs = JsonDocument.Parse(request.Inputs.ToJsonString());
                var result = await process.RunAsync(new ProcessWork(ProcessInputs.Read(inputs.RootElement.Clone()), request.Language, steps), stop);
                return result with { Outputs = [.. result.Outputs.Where(o => request.Wanted.Wants(o.Name))], Change = result.Change with { Author = request.Author } };
            }
            catch (StoreUnavailableException away)
            {
                logger.JobWaits(job.Id, away.Message);
                await Task.Delay(StorePause, time, stop);
            }
        }
    }

    private async Task<JobRequest> RequestAsync(string jobId, CancellationToken stop)
    {
        var text = await ledger.FindRequestAsync(jobId, stop) ?? throw new InvalidOperationException($"The job {jobId} has no request.");
        return JsonSerializer.Deserialize(text, ApiJson.Default.JobRequest) ?? throw new InvalidOperationException($"The request of job {jobId} is null.");
    }

    private async Task FinishAsync(JobClaim claim, JobOutcome outcome, StoreChange change, CancellationToken stop)
    {
        var state = outcome.Reason is null ? JobState.Successful : JobState.Failed;
        while (true)
        {
            try
            {
                var ending = new JobEnding(state, JsonSerializer.Serialize(outcome, ApiJson.Default.JobOutcome), time.GetUtcNow());
                if (await ledger.FinishJobAsync(claim, ending, change, stop))
                    callbacks.TellEnd(claim.JobId);
                return;
            }
            catch (StoreUnavailableException away)
            {
                logger.JobWaits(claim.JobId, away.Message);
                await Task.Delay(StorePause, time, stop);
            }
            catch (InvalidFeatureException unfit)
            {
                logger.JobFailed(claim.JobId, "publication", unfit);
                (state, change) = (JobState.Failed, new StoreChange());
                outcome = Failed(StatusCodes.Status500InternalServerError, "internal-error", new("Không lưu được kết quả.", "The results cannot be stored."));
            }
        }
    }

    private async Task GiveBackAsync(JobClaim claim)
    {
        try
        {
            await ledger.GiveBackJobAsync(claim, time.GetUtcNow(), CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // Then the next server takes it over.
        }
    }

    private static JobOutcome Successful(ProcessResult result) => new()
    {
        Outputs = [.. result.Outputs.Select(o => new JobOutcome.KeptOutput(o.Name, o.MediaType))],
        Published = result.Published,
    };

    private static StoreChange Kept(Job job, ProcessResult result) => result.Change with
    {
        Documents = [.. result.Change.Documents, .. result.Outputs.Select(o => new StoredDocument(Job.DocumentName(job.Id, o.Name), o.MediaType, o.Bytes))],
    };

    private static JobOutcome Failed(int status, string kind, BilingualText text) => new() { Reason = new(status, kind, text) };
}
