using Geo.Engine.Features;

namespace Geo.Api.Processes;

/// <summary>An execution cannot be done with its inputs, as the work has shown.</summary>
internal sealed class ProcessFailedException : Exception
{
    /// <summary>With the reason for people.</summary>
    public ProcessFailedException(string kind, BilingualText reason) : base(reason.En) => (Kind, Reason) = (kind, reason);

    /// <summary>Short name of the kind of failure.</summary>
    public string Kind { get; }

    /// <summary>The reason for people.</summary>
    public BilingualText Reason { get; }
}
