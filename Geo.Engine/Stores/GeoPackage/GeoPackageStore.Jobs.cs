using Geo.Engine.Features;
using Geo.Engine.Jobs;
using Microsoft.Data.Sqlite;

namespace Geo.Engine.Stores.GeoPackage;

/// <content>The ledger: the table <c>soctrang_jobs</c>, made when the first job is written.</content>
public sealed partial class GeoPackageStore : IJobLedger
{
    private static readonly JobSql JobSql = new("soctrang_jobs", "soctrang_documents");

    /// <inheritdoc/>
    public async Task<JobAdmission> AddJobAsync(NewJob job, int mostWaiting, CancellationToken cancellation)
    {
        var admission = new JobAdmission(null, false);
        await ChangeAsync(
            writer =>
            {
                admission = Add(writer, job, mostWaiting);
                return Task.FromResult(admission.IsNew);
            },
            cancellation);
        return admission;
    }

    /// <inheritdoc/>
    public Task<Job?> FindJobAsync(string jobId, CancellationToken cancellation) => Task.FromResult(Ask(JobSql.Find(jobId), JobRow.Read, cancellation).FirstOrDefault());

    /// <inheritdoc/>
    public Task<string?> FindRequestAsync(string jobId, CancellationToken cancellation) =>
        Task.FromResult(Ask(JobSql.FindRequest(jobId), row => row.GetString(0), cancellation).FirstOrDefault());

    /// <inheritdoc/>
    public Task<IReadOnlyList<Job>> ListJobsAsync(JobQuery query, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Job>>(Ask(JobSql.List(query), JobRow.Read, cancellation));

    /// <inheritdoc/>
    public Task<Job?> ClaimJobAsync(Job seen, string holder, DateTimeOffset now, CancellationToken cancellation) =>
        ChangeJobAsync(JobSql.Claim(seen, holder, now), cancellation);

    /// <inheritdoc/>
    public async Task<bool> RenewJobAsync(JobClaim claim, StepProgress? progress, DateTimeOffset now, CancellationToken cancellation) =>
        await ChangeJobAsync(JobSql.Renew(claim, progress, now), cancellation) is not null;

    /// <inheritdoc/>
    public async Task<bool> GiveBackJobAsync(JobClaim claim, DateTimeOffset now, CancellationToken cancellation) =>
        await ChangeJobAsync(JobSql.GiveBack(claim, now), cancellation) is not null;

    /// <inheritdoc/>
    public async Task<bool> FinishJobAsync(JobClaim claim, JobEnding ending, StoreChange change, CancellationToken cancellation)
    {
        var isDone = await ChangeAsync(
            async writer =>
            {
                await WriteAsync(writer, change, cancellation);
                return Rows(writer, JobSql.Finish(claim, ending), JobRow.Read).Count == 1;
            },
            cancellation);
        return isDone || JobRow.IsEndedBy(claim, await FindJobAsync(claim.JobId, cancellation));
    }

    /// <inheritdoc/>
    public Task<Job?> DismissJobAsync(string jobId, DateTimeOffset now, CancellationToken cancellation) => ChangeJobAsync(JobSql.Dismiss(jobId, now), cancellation);

    /// <inheritdoc/>
    public Task<bool> RemoveJobAsync(string jobId, CancellationToken cancellation) => ChangeAsync(
        writer =>
        {
            var isRemoved = Rows(writer, JobSql.Remove(jobId), JobRow.Read).Count == 1;
            if (isRemoved)
                Rows(writer, JobSql.RemoveDocuments(jobId), row => row.FieldCount);
            return Task.FromResult(isRemoved);
        },
        cancellation);

    private static JobAdmission Add(GeoPackageConnection writer, NewJob job, int mostWaiting)
    {
        if (job.IdempotencyKey is { } key && Rows(writer, JobSql.FindByKey(job.Owner, key), JobRow.Read).FirstOrDefault() is { } known)
            return new JobAdmission(known, false);
        if (Rows(writer, JobSql.CountWaiting(), row => row.GetInt64(0))[0] >= mostWaiting)
            return new JobAdmission(null, false);
        return new JobAdmission(Rows(writer, JobSql.Add(job), JobRow.Read)[0], true);
    }

    private async Task<Job?> ChangeJobAsync(SqlStatement statement, CancellationToken cancellation)
    {
        Job? changed = null;
        await ChangeAsync(writer => Task.FromResult((changed = Rows(writer, statement, JobRow.Read).FirstOrDefault()) is not null), cancellation);
        return changed;
    }

    private List<T> Ask<T>(SqlStatement statement, Func<SqliteDataReader, T> read, CancellationToken cancellation)
    {
        using var snapshot = file.BeginRead(cancellation);
        return snapshot.Ask(connection => GeoPackageSchema.HasTable(connection, "soctrang_jobs") ? Rows(connection, statement, read) : []);
    }

    private static List<T> Rows<T>(GeoPackageConnection connection, SqlStatement statement, Func<SqliteDataReader, T> read) =>
        connection.Rows(statement.Text, read, [.. statement.Values.Select((value, i) => ($"${i + 1}", value))]);
}
