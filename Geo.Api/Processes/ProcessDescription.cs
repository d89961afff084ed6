using Geo.Engine.Features;

namespace Geo.Api.Processes;

/// <summary>Everything that a client, or a form, must know to execute a process.</summary>
internal sealed record ProcessDescription
{
    /// <summary>Identifier in addresses.</summary>
    public required string Id { get; init; }

    /// <summary>Identifiers it once had: requests that name them still reach it, and it is listed once.</summary>
    public IReadOnlyList<string> FormerIds { get; init; } = [];

    /// <summary>Name for people.</summary>
    public required BilingualText Title { get; init; }

    /// <summary>What it does.</summary>
    public required BilingualText Description { get; init; }

    /// <summary>Words to find it by.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>What it takes, in the order in which people are asked.</summary>
    public required IReadOnlyList<ProcessInput> Inputs { get; init; }

    /// <summary>What it gives.</summary>
    public required IReadOnlyList<ProcessOutput> Outputs { get; init; }

    /// <summary>Whether it takes a moment only, so that it need not wait behind those that take all processors.</summary>
    public bool IsQuick { get; init; }
}
