using Geo.Api.Processes;
using Geo.Engine.Features;

namespace Geo.Api.Jobs;

/// <summary>What the ledger keeps of an end: the outputs there are and what was published, or the failure.</summary>
internal sealed record JobOutcome
{
    /// <summary>The outputs, kept as documents of the job.</summary>
    public IReadOnlyList<KeptOutput> Outputs { get; init; } = [];

    /// <summary>What was published beside them.</summary>
    public IReadOnlyList<PublishedLink> Published { get; init; } = [];

    /// <summary>Why there is nothing; null after a success.</summary>
    public Failure? Reason { get; init; }

    /// <summary>One output.</summary>
    internal sealed record KeptOutput(string Name, string MediaType);

    /// <summary>Why a job failed.</summary>
    /// <param name="Status">HTTP status of its results.</param>
    /// <param name="Kind">Short name of the kind.</param>
    /// <param name="Text">The reason for people.</param>
    internal sealed record Failure(int Status, string Kind, BilingualText Text);
}
