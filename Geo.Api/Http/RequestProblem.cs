using Geo.Engine.Features;

namespace Geo.Api.Http;

/// <summary>Why a request cannot be answered as asked; becomes an RFC 9457 body.</summary>
/// <param name="Status">HTTP status code, 400 or more.</param>
/// <param name="Kind">Short name; the end of the problem's type.</param>
/// <param name="Title">The kind for people.</param>
/// <param name="Detail">This case for people: what was received, what is allowed.</param>
internal sealed record RequestProblem(int Status, string Kind, BilingualText Title, BilingualText Detail)
{
    /// <summary>What is wrong with each parameter; all of them at once.</summary>
    public IReadOnlyList<ParameterFault> Faults { get; init; } = [];

    /// <summary>Where in the body the fault is, a JSON pointer (RFC 6901); null where it is not about the body.</summary>
    public string? Pointer { get; init; }

    /// <summary>The problem's type where a standard names it; null for one of ours, made from <see cref="Kind"/>.</summary>
    public string? TypeUri { get; init; }

    /// <summary>After how many seconds it is worth trying again; null when there is no telling.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>Whether the caller should prove itself; the answer then says how (<c>WWW-Authenticate</c>).</summary>
    public bool AsksForProof { get; init; }
}
