using Geo.Engine.Features;
using Geo.Engine.Jobs;

namespace Geo.Tests.Api;

/// <content>The ledger in memory.</content>
internal sealed partial class MemoryStore : IJobLedger
{
    private readonly Dictionary<string, (Job Job, string Request)> _jobs = new(StringComparer.Ordinal);

    public async Task<JobAdmission> AddJobAsync(NewJob job, int mostWaiting, CancellationToken cancellation)
    {
        await AnswerAsync(cancellation);
        lock (_jobs)
        {
            if (job.IdempotencyKey is not null && _jobs.Values.FirstOrDefault(j => j.Job.Owner == job.Owner && j.Job.IdempotencyKey == job.IdempotencyKey).Job is { } known)
                return new JobAdmission(known, false);
            if (_jobs.Values.Count(j => j.Job.State == JobState.Accepted) >= mostWaiting)
                return new JobAdmission(null, false);
            var added = new Job
            {
                Number = _jobs.Values.Select(j => j.Job.Number).DefaultIfEmpty().Max() + 1,
                Id = job.Id,
                ProcessId = job.ProcessId,
                State = JobState.Accepted,
                Owner = job.Owner,
                InputHash = job.InputHash,
                IdempotencyKey = job.IdempotencyKey,
                Progress = 0,
                Created = job.Created,
                Updated = job.Created,
                Attempt = 0,
                Fence = 0,
                Beat = 0,
            };
            _jobs[job.Id] = (added, job.Request);
            return new JobAdmission(added, true);
        }
    }

    public async Task<Job?> FindJobAsync(string jobId, CancellationToken cancellation)
    {
        await AnswerAsync(cancellation);
        lock (_jobs)
            return _jobs.GetValueOrDefault(jobId).Job;
    }

    public async Task<string?> FindRequestAsync(string jobId, CancellationToken cancellation)
    {
        await AnswerAsync(cancellation);
        lock (_jobs)
            return _jobs.GetValueOrDefault(jobId).Request;
    }

    public async Task<IReadOnlyList<Job>> ListJobsAsync(JobQuery query, CancellationToken cancellation)
    {
        await AnswerAsync(cancellation);
        lock (_jobs)
            return [.. _jobs.Values.Select(j => j.Job).Where(j => Matches(j, query)).OrderByDescending(j => j.Number).Take(query.Limit)];
    }

    public Task<Job?> ClaimJobAsync(Job seen, string holder, DateTimeOffset now, CancellationToken cancellation) => ChangeAsync(
        seen.Id,
        j => (j.State, j.Fence, j.Beat) == (seen.State, seen.Fence, seen.Beat),
        j => j with { State = JobState.Running, Holder = holder, Fence = j.Fence + 1, Beat = 0, Attempt = j.Attempt + 1, Started = j.Started ?? now, Updated = now },
        cancellation);

    public async Task<bool> RenewJobAsync(JobClaim claim, StepProgress? progress, DateTimeOffset now, CancellationToken cancellation) => await ChangeAsync(
        claim.JobId,
        j => IsHeld(j, claim),
        j => j with { Beat = j.Beat + 1, Updated = now, Progress = progress is { } p ? (int)Math.Floor(p.Fraction * 100) : j.Progress, Step = progress?.Step ?? j.Step },
        cancellation) is not null;

    public async Task<bool> GiveBackJobAsync(JobClaim claim, DateTimeOffset now, CancellationToken cancellation) => await ChangeAsync(
        claim.JobId,
        j => IsHeld(j, claim),
        j => j with { State = JobState.Accepted, Holder = null, Fence = j.Fence + 1, Beat = 0, Attempt = j.Attempt - 1, Progress = 0, Step = null, Updated = now },
        cancellation) is not null;

    public async Task<bool> FinishJobAsync(JobClaim claim, JobEnding ending, StoreChange change, CancellationToken cancellation)
    {
        var finished = await ChangeAsync(
            claim.JobId,
            j => IsHeld(j, claim),
            j => j with { State = ending.State, Outcome = ending.Outcome, Finished = ending.Finished, Updated = ending.Finished, Holder = null, Progress = ending.State == JobState.Successful ? 100 : j.Progress },
            cancellation);
        if (finished is not null)
            await ApplyAsync(change, cancellation);
        return finished is not null;
    }

    public Task<Job?> DismissJobAsync(string jobId, DateTimeOffset now, CancellationToken cancellation) =>
        ChangeAsync(jobId, j => !j.IsOver, j => j with { State = JobState.Dismissed, Finished = now, Updated = now, Holder = null }, cancellation);

    public async Task<bool> RemoveJobAsync(string jobId, CancellationToken cancellation)
    {
        await AnswerAsync(cancellation);
        lock (_jobs)
        {
            foreach (var name in _documents.Keys.Where(n => n.StartsWith(Job.Folder(jobId), StringComparison.Ordinal)))
                _documents.TryRemove(name, out _);
            return _jobs.GetValueOrDefault(jobId).Job is { IsOver: true } && _jobs.Remove(jobId);
        }
    }

    private async Task<Job?> ChangeAsync(string jobId, Func<Job, bool> condition, Func<Job, Job> change, CancellationToken cancellation)
    {
        await AnswerAsync(cancellation);
        lock (_jobs)
        {
            if (!_jobs.TryGetValue(jobId, out var found) || !condition(found.Job))
                return null;
            _jobs[jobId] = (change(found.Job), found.Request);
            return _jobs[jobId].Job;
        }
    }

    private static bool IsHeld(Job job, JobClaim claim) => job.State == JobState.Running && job.Fence == claim.Fence;

    private static bool Matches(Job job, JobQuery query) =>
        (query.ProcessIds.Count == 0 || query.ProcessIds.Contains(job.ProcessId))
        && (query.States.Count == 0 || query.States.Contains(job.State))
        && (query.Owner is null || query.Owner == job.Owner)
        && (query.CreatedFrom is null || job.Created >= query.CreatedFrom)
        && (query.CreatedTo is null || job.Created <= query.CreatedTo)
        && (query.MinDuration is null || (job.Finished ?? query.Now) - job.Started >= query.MinDuration)
        && (query.MaxDuration is null || (job.Finished ?? query.Now) - job.Started <= query.MaxDuration)
        && (query.BeforeNumber is null || job.Number < query.BeforeNumber);
}
