using Geo.Api.Http;

namespace Geo.Api.Scenarios;

/// <summary>The answer of <c>/scenarios</c>.</summary>
internal sealed record ScenarioListDocument(IReadOnlyList<Link> Links, IReadOnlyList<ScenarioListDocument.Entry> Scenarios)
{
    /// <summary>One scenario in the list.</summary>
    /// <param name="Problems">Why it cannot be read; null when it can.</param>
    internal sealed record Entry(string Id, string Title, string? Description, IReadOnlyList<ThemeName> Themes, IReadOnlyList<string>? Problems, IReadOnlyList<Link> Links);

    /// <summary>A use that a scenario judges.</summary>
    internal sealed record ThemeName(string Id, string Title);
}
