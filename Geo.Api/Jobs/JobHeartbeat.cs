using Geo.Engine.Features;
using Geo.Engine.Jobs;

namespace Geo.Api.Jobs;

/// <summary>Keeps a job in this worker's hands, and tells the ledger of its steps.</summary>
internal sealed class JobHeartbeat(IJobLedger ledger, JobPulse pulse, TimeProvider time)
{
    /// <summary>
    /// Beats until it is told to stop; stops the work when the job is no longer ours. While the store is away the work goes on: nobody else can take the job
    /// meanwhile, and the fence has the last word.
    /// </summary>
    /// <param name="claim">The job.</param>
    /// <param name="pause">Between beats.</param>
    /// <param name="steps">Its steps.</param>
    /// <param name="lost">Cancelled when the job is no longer ours.</param>
    /// <param name="onStep">Told when the ledger knows of a step.</param>
    /// <param name="stop">Ends it.</param>
    public async Task BeatAsync(JobClaim claim, TimeSpan pause, JobSteps steps, CancellationTokenSource lost, Action onStep, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var next = steps.Next;
            if (steps.TakeNews() is { } news)
                await RenewAsync(claim, news, lost, onStep, stop);
            await Task.WhenAny(next, Task.Delay(pause, time, stop));
            if (!next.IsCompleted)
                await RenewAsync(claim, steps.TakeNews(), lost, onStep, stop);
        }
    }

    private async Task RenewAsync(JobClaim claim, StepProgress? news, CancellationTokenSource lost, Action onStep, CancellationToken stop)
    {
        if (stop.IsCancellationRequested || lost.IsCancellationRequested)
            return;
        try
        {
            if (!await ledger.RenewJobAsync(claim, news, time.GetUtcNow(), stop))
                await lost.CancelAsync();
            if (news is not null)
                onStep();
            pulse.Beat();
        }
        catch (StoreUnavailableException)
        {
            // The next beat tries again.
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The work is done.
        }
    }
}
