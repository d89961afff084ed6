using Geo.Engine.Features;

namespace Geo.Engine.Jobs;

/// <summary>
/// The port to the ledger of jobs: a table in the store of the layers, so that a result becomes visible together with the end of its job. Workers
/// of several processes may share it. No clock decides who holds a job: it is the holder as long as its beat grows, and whoever takes the job over does so
/// from exactly the state it has seen. Every method throws <see cref="StoreUnavailableException"/> when the store cannot be reached.
/// </summary>
public interface IJobLedger
{
    /// <summary>Writes a job down, once it returns for good; gives the earlier one when the owner has used the key before.</summary>
    /// <param name="job">The job.</param>
    /// <param name="mostWaiting">When so many are waiting already, it is not written.</param>
    /// <param name="cancellation">Leaves the ledger as it was.</param>
    Task<JobAdmission> AddJobAsync(NewJob job, int mostWaiting, CancellationToken cancellation);

    /// <summary>One job, or null.</summary>
    Task<Job?> FindJobAsync(string jobId, CancellationToken cancellation);

    /// <summary>What a job was asked; null when there is no such job.</summary>
    Task<string?> FindRequestAsync(string jobId, CancellationToken cancellation);

    /// <summary>Jobs that match, the latest first.</summary>
    Task<IReadOnlyList<Job>> ListJobsAsync(JobQuery query, CancellationToken cancellation);

    /// <summary>
    /// Takes a waiting job, or takes a running one over from a worker that is gone: it runs under a new fence then. Null when the job has moved on since it
    /// was seen, so of any number of workers one succeeds.
    /// </summary>
    /// <param name="seen">The job as the caller has seen it, accepted or running.</param>
    /// <param name="holder">The caller's name.</param>
    /// <param name="now">For the times of the job.</param>
    /// <param name="cancellation">Leaves the ledger as it was.</param>
    Task<Job?> ClaimJobAsync(Job seen, string holder, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Shows that the worker lives and how far it has come; false when the job is no longer its own.</summary>
    Task<bool> RenewJobAsync(JobClaim claim, StepProgress? progress, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Puts the job back among those that wait, as if it had not been taken; false when it is no longer the worker's own.</summary>
    Task<bool> GiveBackJobAsync(JobClaim claim, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>
    /// Ends the job and applies what it changes, both or neither; false when the job is no longer the worker's own, and then nothing has changed. True, and
    /// no second change, when the same claim has ended it before.
    /// </summary>
    Task<bool> FinishJobAsync(JobClaim claim, JobEnding ending, StoreChange change, CancellationToken cancellation);

    /// <summary>Calls off a job that waits or runs; null when there is none such.</summary>
    Task<Job?> DismissJobAsync(string jobId, DateTimeOffset now, CancellationToken cancellation);

    /// <summary>Removes a job that is over, and its documents; false when there is none such.</summary>
    Task<bool> RemoveJobAsync(string jobId, CancellationToken cancellation);
}
