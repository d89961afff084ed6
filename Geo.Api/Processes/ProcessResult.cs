using Geo.Engine.Features;

namespace Geo.Api.Processes;

/// <summary>What came of an execution.</summary>
/// <param name="Outputs">The outputs.</param>
internal sealed record ProcessResult(params IReadOnlyList<OutputContent> Outputs)
{
    /// <summary>What else becomes visible together with the outputs.</summary>
    public StoreChange Change { get; init; } = new();

    /// <summary>Where that can be found.</summary>
    public IReadOnlyList<PublishedLink> Published { get; init; } = [];
}
