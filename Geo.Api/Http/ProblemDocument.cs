namespace Geo.Api.Http;

/// <summary>The body of an error (RFC 9457), in one language.</summary>
/// <param name="Type">Identifies the kind of problem.</param>
/// <param name="Title">The kind for people.</param>
/// <param name="Status">HTTP status code.</param>
/// <param name="Detail">This case.</param>
/// <param name="Parameters">What is wrong with which parameter.</param>
internal sealed record ProblemDocument(string Type, string Title, int Status, string Detail, IReadOnlyList<ProblemDocument.Parameter>? Parameters)
{
    /// <summary>Where in the body of the request the fault is, a JSON pointer (RFC 6901).</summary>
    public string? Pointer { get; init; }

    /// <summary>One fault.</summary>
    /// <param name="Name">The parameter.</param>
    /// <param name="Received">Its value.</param>
    /// <param name="Allowed">What is allowed.</param>
    internal sealed record Parameter(string Name, string Received, string Allowed);
}
