using Geo.Engine.Features;

namespace Geo.Api.Http;

/// <summary>What is wrong with one parameter of a request.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Received">The value received.</param>
/// <param name="Allowed">What is allowed, for people.</param>
internal sealed record ParameterFault(string Parameter, string Received, BilingualText Allowed)
{
    /// <summary>Whether <see cref="Allowed"/> is a whole sentence that says what was found and what is allowed, and stands for itself.</summary>
    public bool IsSentence { get; init; }

    /// <summary>The fault in a sentence.</summary>
    public BilingualText Told => IsSentence
        ? new($"{Shown}: {Allowed.Vi}", $"{Shown}: {Allowed.En}")
        : new($"{Shown}: cho phép {Allowed.Vi}.", $"{Shown}: allowed is {Allowed.En}.");

    private string Shown => $"{Parameter}={Problems.Shown(Received)}";
}
