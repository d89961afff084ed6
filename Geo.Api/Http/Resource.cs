using Geo.Engine.Access;

namespace Geo.Api.Http;

/// <summary>Something that has an address: its path, its forms and the parameters it knows.</summary>
/// <param name="Pattern">Route pattern.</param>
/// <param name="Representations">Forms; the first is given when the client does not mind.</param>
/// <param name="Parameters">Names of its query parameters beside <c>f</c> and <c>lang</c>; any other is a fault.</param>
internal sealed record Resource(string Pattern, IReadOnlyList<Representation> Representations, params string[] Parameters)
{
    /// <summary>True when the handler judges the parameters itself, because their names depend on the resource.</summary>
    public bool JudgesParameters { get; init; }

    /// <summary>The least role that may do this.</summary>
    public Role Needs { get; init; } = Role.Viewer;

    /// <summary>True when the form of the answer was settled elsewhere, whatever <c>Accept</c> says.</summary>
    public bool TakesAnyAccept { get; init; }

    /// <summary>How many requests it counts as, where callers are limited; 1 or more.</summary>
    public int Cost { get; init; } = 1;
}
