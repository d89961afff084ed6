using System.Data.Common;
using Geo.Engine.Features;
using Geo.Engine.Jobs;

namespace Geo.Engine.Stores;

/// <summary>A job as a row of the ledger: moments as milliseconds since 1970, states as words.</summary>
internal static class JobRow
{
    /// <summary>The columns that <see cref="Read"/> wants, in its order.</summary>
    public const string Columns =
        "number, job_id, process_id, state, owner, input_hash, idempotency_key, progress, step_vi, step_en, created, started, finished, updated, attempt, fence, beat, holder, outcome";

    /// <summary>The job in the current row.</summary>
    public static Job Read(DbDataReader row) => new()
    {
        Number = row.GetInt64(0),
        Id = row.GetString(1),
        ProcessId = row.GetString(2),
        State = Enum.Parse<JobState>(row.GetString(3), ignoreCase: true),
        Owner = row.GetString(4),
        InputHash = row.GetString(5),
        IdempotencyKey = Text(row, 6),
        Progress = (int)row.GetInt64(7),
        Step = Text(row, 8) is { } vi && Text(row, 9) is { } en ? new BilingualText(vi, en) : null,
        Created = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(10)),
        Started = Moment(row, 11),
        Finished = Moment(row, 12),
        Updated = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(13)),
        Attempt = (int)row.GetInt64(14),
        Fence = row.GetInt64(15),
        Beat = row.GetInt64(16),
        Holder = Text(row, 17),
        Outcome = Text(row, 18),
    };

    /// <summary>Whether a claim has ended this job already, and only the answer was lost.</summary>
    public static bool IsEndedBy(JobClaim claim, Job? job) => job is { State: JobState.Successful or JobState.Failed } && job.Fence == claim.Fence;

    /// <summary>The word of a state.</summary>
    public static string Word(JobState state) => state.ToString().ToLowerInvariant();

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset? Moment(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
