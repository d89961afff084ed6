namespace Geo.Engine.Jobs;

/// <summary>Which jobs are wanted; all conditions hold together, an empty list asks for nothing in particular.</summary>
public sealed record JobQuery
{
    /// <summary>Only these kinds of work.</summary>
    public IReadOnlyList<string> ProcessIds { get; init; } = [];

    /// <summary>Only in these states.</summary>
    public IReadOnlyList<JobState> States { get; init; } = [];

    /// <summary>Only this owner's; null for everybody's.</summary>
    public string? Owner { get; init; }

    /// <summary>Created at this moment or later.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Created at this moment or earlier.</summary>
    public DateTimeOffset? CreatedTo { get; init; }

    /// <summary>At work for so long at least: to the end, or to <see cref="Now"/>. A job that never began matches no duration.</summary>
    public TimeSpan? MinDuration { get; init; }

    /// <summary>At work for so long at most.</summary>
    public TimeSpan? MaxDuration { get; init; }

    /// <summary>The end of the duration of a job that is still at work.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>Only jobs that came before this number; null for all. The latest come first.</summary>
    public long? BeforeNumber { get; init; }

    /// <summary>Most jobs to give, at least 1.</summary>
    public int Limit { get; init; } = int.MaxValue;
}
