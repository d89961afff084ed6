using System.Data.Common;
using Geo.Engine.Features;
using Geo.Engine.Jobs;
using Npgsql;

namespace Geo.Engine.Stores.PostGis;

/// <content>The ledger: the table <c>soctrang.jobs</c>.</content>
public sealed partial class PostGisStore : IJobLedger
{
    private static readonly JobSql JobSql = new("soctrang.jobs", "soctrang.documents");

    /// <inheritdoc/>
    public Task<JobAdmission> AddJobAsync(NewJob job, int mostWaiting, CancellationToken cancellation) => InTransactionAsync(
        connection => AddAsync(connection, job, mostWaiting, cancellation), cancellation);

    /// <inheritdoc/>
    public Task<Job?> FindJobAsync(string jobId, CancellationToken cancellation) => AskAsync(c => FirstAsync(c, JobSql.Find(jobId), cancellation), cancellation);

    /// <inheritdoc/>
    public Task<string?> FindRequestAsync(string jobId, CancellationToken cancellation) =>
        AskAsync(async c => (await RowsAsync(c, JobSql.FindRequest(jobId), row => row.GetString(0), cancellation)).FirstOrDefault(), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Job>> ListJobsAsync(JobQuery query, CancellationToken cancellation) =>
        AskAsync<IReadOnlyList<Job>>(async c => await RowsAsync(c, JobSql.List(query), JobRow.Read, cancellation), cancellation);

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
        // Last in the transaction: the row is locked for a moment only, and the beat of the worker goes on while layers are written.
        var isDone = await ChangeAsync(
            connection => new PostGisChange(connection, time).ApplyAsync(
                change, async () => await FirstAsync(connection, JobSql.Finish(claim, ending), cancellation) is not null, cancellation),
            cancellation);
        return isDone || JobRow.IsEndedBy(claim, await FindJobAsync(claim.JobId, cancellation));
    }

    /// <inheritdoc/>
    public Task<Job?> DismissJobAsync(string jobId, DateTimeOffset now, CancellationToken cancellation) => ChangeJobAsync(JobSql.Dismiss(jobId, now), cancellation);

    /// <inheritdoc/>
    public Task<bool> RemoveJobAsync(string jobId, CancellationToken cancellation) => InTransactionAsync(
        async connection =>
        {
            if (await FirstAsync(connection, JobSql.Remove(jobId), cancellation) is null)
                return false;
            await RowsAsync(connection, JobSql.RemoveDocuments(jobId), row => row.FieldCount, cancellation);
            return true;
        },
        cancellation);

    // Two that come at once with one key: the insert of the second waits for the first, gives nothing, and the first one's job is there to be found.
    private static async Task<JobAdmission> AddAsync(NpgsqlConnection connection, NewJob job, int mostWaiting, CancellationToken cancellation)
    {
        async Task<Job?> KnownAsync() => job.IdempotencyKey is { } key ? await FirstAsync(connection, JobSql.FindByKey(job.Owner, key), cancellation) : null;
        if (await KnownAsync() is { } known)
            return new JobAdmission(known, false);
        if ((await RowsAsync(connection, JobSql.CountWaiting(), row => row.GetInt64(0), cancellation))[0] >= mostWaiting)
            return new JobAdmission(null, false);
        return await FirstAsync(connection, JobSql.Add(job), cancellation) is { } added
            ? new JobAdmission(added, true)
            : new JobAdmission(await KnownAsync(), false);
    }

    private Task<Job?> ChangeJobAsync(SqlStatement statement, CancellationToken cancellation) =>
        InTransactionAsync(connection => FirstAsync(connection, statement, cancellation), cancellation);

    internal async Task<T> InTransactionAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellation)
    {
        await OpenAsync(cancellation);
        return await sessions.TranslatedAsync(async () =>
        {
            await using var connection = await sessions.Source.OpenConnectionAsync(cancellation);
            await using var transaction = await connection.BeginTransactionAsync(cancellation);
            var given = await work(connection);
            await transaction.CommitAsync(cancellation);
            return given;
        });
    }

    private static async Task<Job?> FirstAsync(NpgsqlConnection connection, SqlStatement statement, CancellationToken cancellation) =>
        (await RowsAsync(connection, statement, JobRow.Read, cancellation)).FirstOrDefault();

    private static async Task<List<T>> RowsAsync<T>(NpgsqlConnection connection, SqlStatement statement, Func<DbDataReader, T> read, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(statement.Text, connection);
        foreach (var value in statement.Values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var given = new List<T>();
        while (await rows.ReadAsync(cancellation))
            given.Add(read(rows));
        return given;
    }
}
