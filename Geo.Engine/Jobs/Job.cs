using Geo.Engine.Features;

namespace Geo.Engine.Jobs;

/// <summary>A piece of work as it stands in the ledger. What it was asked is kept beside it (<see cref="IJobLedger.FindRequestAsync"/>), since that may be long.</summary>
public sealed record Job
{
    /// <summary>Grows from job to job: the order in which they came, whatever clocks said.</summary>
    public required long Number { get; init; }

    /// <summary>Identifier in URLs, not to be guessed.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of work.</summary>
    public required string ProcessId { get; init; }

    /// <summary>Where it stands.</summary>
    public required JobState State { get; init; }

    /// <summary>Who asked for it; empty for anybody.</summary>
    public required string Owner { get; init; }

    /// <summary>SHA-256 of process and inputs, hexadecimal: equal for equal work.</summary>
    public required string InputHash { get; init; }

    /// <summary>The owner's own name for this request: asking again under it gives the same job; null when there is none.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Share of the work done, 0 to 100.</summary>
    public required int Progress { get; init; }

    /// <summary>What is being done; null before the first step.</summary>
    public BilingualText? Step { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When a worker first took it; null before.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When it ended; null before.</summary>
    public DateTimeOffset? Finished { get; init; }

    /// <summary>When the ledger last heard of it.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>How often a worker has taken it.</summary>
    public required int Attempt { get; init; }

    /// <summary>Grows each time a worker takes the job: who holds an older one can no longer publish.</summary>
    public required long Fence { get; init; }

    /// <summary>Grows as long as the worker lives. One that stands still for the length of a lease belongs to a worker that is gone.</summary>
    public required long Beat { get; init; }

    /// <summary>The worker that holds it; null when none does.</summary>
    public string? Holder { get; init; }

    /// <summary>What came of it, as the program that runs jobs writes it; null before the end.</summary>
    public string? Outcome { get; init; }

    /// <summary>Whether it has ended, one way or another.</summary>
    public bool IsOver => State is JobState.Successful or JobState.Failed or JobState.Dismissed;

    /// <summary>Name of the document that keeps one of its outputs; goes with the job.</summary>
    public static string DocumentName(string jobId, string output) => $"{Folder(jobId)}{output}";

    /// <summary>What the names of all its documents begin with.</summary>
    public static string Folder(string jobId) => $"{AllFolders}{jobId}/";

    /// <summary>Whether a document is an output of some job: its owner's, and nothing that others see.</summary>
    public static bool IsOutput(string documentName) => documentName.StartsWith(AllFolders, StringComparison.Ordinal);

    private const string AllFolders = "jobs/";
}
