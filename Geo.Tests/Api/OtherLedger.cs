using Geo.Engine.Features;
using Geo.Engine.Jobs;

namespace Geo.Tests.Api;

/// <summary>The ledger of another store, for stores that are made around it.</summary>
internal abstract class OtherLedger(IJobLedger ledger) : IJobLedger
{
    public Task<JobAdmission> AddJobAsync(NewJob job, int mostWaiting, CancellationToken cancellation) => ledger.AddJobAsync(job, mostWaiting, cancellation);

    public Task<Job?> FindJobAsync(string jobId, CancellationToken cancellation) => ledger.FindJobAsync(jobId, cancellation);

    public Task<string?> FindRequestAsync(string jobId, CancellationToken cancellation) => ledger.FindRequestAsync(jobId, cancellation);

    public Task<IReadOnlyList<Job>> ListJobsAsync(JobQuery query, CancellationToken cancellation) => ledger.ListJobsAsync(query, cancellation);

    public Task<Job?> ClaimJobAsync(Job seen, string holder, DateTimeOffset now, CancellationToken cancellation) => ledger.ClaimJobAsync(seen, holder, now, cancellation);

    public Task<bool> RenewJobAsync(JobClaim claim, StepProgress? progress, DateTimeOffset now, CancellationToken cancellation) => ledger.RenewJobAsync(claim, progress, now, cancellation);

    public Task<bool> GiveBackJobAsync(JobClaim claim, DateTimeOffset now, CancellationToken cancellation) => ledger.GiveBackJobAsync(claim, now, cancellation);

    public Task<bool> FinishJobAsync(JobClaim claim, JobEnding ending, StoreChange change, CancellationToken cancellation) => ledger.FinishJobAsync(claim, ending, change, cancellation);

    public Task<Job?> DismissJobAsync(string jobId, DateTimeOffset now, CancellationToken cancellation) => ledger.DismissJobAsync(jobId, now, cancellation);

    public Task<bool> RemoveJobAsync(string jobId, CancellationToken cancellation) => ledger.RemoveJobAsync(jobId, cancellation);
}
