using Geo.Engine.Jobs;

namespace Geo.Api.Jobs;

/// <summary>Removes jobs that are over, with their results: those above the number that is kept, and those that are too old.</summary>
internal sealed class JobRetention(IJobLedger ledger, GeoOptions options, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private long? _last;

    /// <summary>Tidies up, once a minute.</summary>
    public async Task TidyAsync(CancellationToken cancellation)
    {
        if (_last is { } before && time.GetElapsedTime(before) < Pause)
            return;
        _last = time.GetTimestamp();
        var over = await ledger.ListJobsAsync(new JobQuery { States = [JobState.Successful, JobState.Failed, JobState.Dismissed] }, cancellation);
        var oldest = time.GetUtcNow() - TimeSpan.FromDays(options.JobDays);
        foreach (var job in over.Where((job, index) => index >= options.JobsKept || job.Finished < oldest))
            await ledger.RemoveJobAsync(job.Id, cancellation);
    }
}
