using Geo.Engine.Features;
using Geo.Engine.Jobs;

namespace Geo.Engine.Stores;

/// <summary>The statements of the ledger, the same for SQLite and PostgreSQL; each that changes a job gives the row it has changed, or none.</summary>
/// <param name="jobs">The ledger's table.</param>
/// <param name="documents">The table of documents.</param>
internal sealed class JobSql(string jobs, string documents)
{
    private const string IsMine = "job_id = $1 AND fence = $2 AND state = 'running'";

    public SqlStatement Add(NewJob job) => new(
        $"""
        INSERT INTO {jobs} (job_id, process_id, state, owner, request, input_hash, idempotency_key, progress, created, updated, attempt, fence, beat)
        VALUES ($1, $2, 'accepted', $3, $4, $5, $6, 0, $7, $7, 0, 0, 0)
        ON CONFLICT DO NOTHING RETURNING {JobRow.Columns}
        """,
        job.Id, job.ProcessId, job.Owner, job.Request, job.InputHash, job.IdempotencyKey, Milliseconds(job.Created));

    public SqlStatement FindByKey(string owner, string key) => new($"SELECT {JobRow.Columns} FROM {jobs} WHERE owner = $1 AND idempotency_key = $2", owner, key);

    public SqlStatement CountWaiting() => new($"SELECT count(*) FROM {jobs} WHERE state = 'accepted'");

    public SqlStatement Find(string jobId) => new($"SELECT {JobRow.Columns} FROM {jobs} WHERE job_id = $1", jobId);

    public SqlStatement FindRequest(string jobId) => new($"SELECT request FROM {jobs} WHERE job_id = $1", jobId);

    public SqlStatement Claim(Job seen, string holder, DateTimeOffset now) => new(
        $"""
        UPDATE {jobs} SET state = 'running', holder = $5, fence = fence + 1, beat = 0, attempt = attempt + 1, started = coalesce(started, $6), updated = $6
        WHERE job_id = $1 AND state = $2 AND fence = $3 AND beat = $4 RETURNING {JobRow.Columns}
        """,
        seen.Id, JobRow.Word(seen.State), seen.Fence, seen.Beat, holder, Milliseconds(now));

    public SqlStatement Renew(JobClaim claim, StepProgress? progress, DateTimeOffset now) => progress is { } at
        ? new(
            $"UPDATE {jobs} SET beat = beat + 1, updated = $3, progress = $4, step_vi = $5, step_en = $6 WHERE {IsMine} RETURNING {JobRow.Columns}",
            claim.JobId, claim.Fence, Milliseconds(now), Percent(at), at.Step.Vi, at.Step.En)
        : new($"UPDATE {jobs} SET beat = beat + 1, updated = $3 WHERE {IsMine} RETURNING {JobRow.Columns}", claim.JobId, claim.Fence, Milliseconds(now));

    // The fence grows, so that the worker that gave it back cannot publish any more.
    public SqlStatement GiveBack(JobClaim claim, DateTimeOffset now) => new(
        $"""
        UPDATE {jobs} SET state = 'accepted', holder = NULL, fence = fence + 1, beat = 0, attempt = attempt - 1, progress = 0, step_vi = NULL, step_en = NULL, updated = $3
        WHERE {IsMine} RETURNING {JobRow.Columns}
        """,
        claim.JobId, claim.Fence, Milliseconds(now));

    public SqlStatement Finish(JobClaim claim, JobEnding ending) => new(
        $"""
        UPDATE {jobs} SET state = $3, outcome = $4, finished = $5, updated = $5, holder = NULL, progress = CASE WHEN $6 = 1 THEN 100 ELSE progress END
        WHERE {IsMine} RETURNING {JobRow.Columns}
        """,
        claim.JobId, claim.Fence, JobRow.Word(ending.State), ending.Outcome, Milliseconds(ending.Finished), ending.State == JobState.Successful ? 1L : 0L);

    public SqlStatement Dismiss(string jobId, DateTimeOffset now) => new(
        $"""
        UPDATE {jobs} SET state = 'dismissed', finished = $2, updated = $2, holder = NULL
        WHERE job_id = $1 AND state IN ('accepted', 'running') RETURNING {JobRow.Columns}
        """,
        jobId, Milliseconds(now));

    public SqlStatement Remove(string jobId) => new(
        $"DELETE FROM {jobs} WHERE job_id = $1 AND state IN ('successful', 'failed', 'dismissed') RETURNING {JobRow.Columns}", jobId);

    // Names are compared as bytes, and the digit 0 follows the slash: a range of the key, where a prefix would be a scan.
    public SqlStatement RemoveDocuments(string jobId) => new(
        $"DELETE FROM {documents} WHERE name >= $1 AND name < $2", Job.Folder(jobId), $"{Job.Folder(jobId)[..^1]}0");

    public SqlStatement List(JobQuery query)
    {
        var values = new List<object?>();
        string Parameter(object? value)
        {
            values.Add(value);
            return $"${values.Count}";
        }
        string Among(IEnumerable<string> texts) => $"({string.Join(", ", texts.Select(Parameter))})";
        var conditions = new List<string> { "1 = 1" };
        if (query.ProcessIds.Count > 0)
            conditions.Add($"process_id IN {Among(query.ProcessIds)}");
        if (query.States.Count > 0)
            conditions.Add($"state IN {Among(query.States.Select(JobRow.Word))}");
        if (query.Owner is { } owner)
            conditions.Add($"owner = {Parameter(owner)}");
        if (query.CreatedFrom is { } from)
            conditions.Add($"created >= {Parameter(Milliseconds(from))}");
        if (query.CreatedTo is { } to)
            conditions.Add($"created <= {Parameter(Milliseconds(to))}");
        if (query.MinDuration is { } least)
            conditions.Add($"coalesce(finished, {Parameter(Milliseconds(query.Now))}) - started >= {Parameter((long)least.TotalMilliseconds)}");
        if (query.MaxDuration is { } most)
            conditions.Add($"coalesce(finished, {Parameter(Milliseconds(query.Now))}) - started <= {Parameter((long)most.TotalMilliseconds)}");
        if (query.BeforeNumber is { } number)
            conditions.Add($"number < {Parameter(number)}");
        var limit = Parameter((long)query.Limit);
        return new SqlStatement($"SELECT {JobRow.Columns} FROM {jobs} WHERE {string.Join(" AND ", conditions)} ORDER BY number DESC LIMIT {limit}", values);
    }

    private static long Milliseconds(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();

    private static long Percent(StepProgress progress) => (long)Math.Clamp(Math.Floor(progress.Fraction * 100), 0, 100);
}
