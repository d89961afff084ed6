using System.Text.RegularExpressions;

namespace Geo.Api.Landing;

/// <summary>A part of a standard.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Clauses">Its clauses.</param>
/// <param name="Notes">What else is said of it, a paragraph or an entry of a list each.</param>
internal sealed partial record ConformanceSection(string Title, IReadOnlyList<ConformanceClause> Clauses, IReadOnlyList<string> Notes)
{
    /// <summary>Its name in the address of the page, after the hash sign.</summary>
    public string Anchor => Other().Replace(Title.ToLowerInvariant(), "-").Trim('-');

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Other();
}
