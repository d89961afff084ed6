using Microsoft.Net.Http.Headers;

namespace Geo.Api.Http;

/// <summary>Chooses form and language of an answer: <c>f</c> and <c>lang</c> win, then the Accept headers with their weights.</summary>
internal static class Negotiation
{
    /// <summary>The languages of the service, the first one where the client does not mind.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["vi", "en"];

    /// <summary>The form with the highest weight and the type to label it with; null when none is acceptable. An unknown <c>f</c> counts as none given.</summary>
    public static (Representation Representation, string MediaType)? Choose(HttpRequest request, IReadOnlyList<Representation> offered)
    {
        if (offered.FirstOrDefault(o => o.Key == request.Query["f"]) is { } named)
            return (named, named.MediaType);
        if (request.GetTypedHeaders().Accept is not { Count: > 0 } accepted)
            return (offered[0], offered[0].MediaType);
        var best = offered
            .SelectMany(o => o.Aliases.Prepend(o.MediaType).Select(type => (Form: o, Type: type, Weight: Weight(type, accepted))))
            .Where(o => o.Weight > 0)
            .Select((o, order) => (o.Form, o.Type, o.Weight, order))
            .OrderByDescending(o => o.Weight).ThenBy(o => o.order)
            .FirstOrDefault();
        return best.Form is null ? null : (best.Form, best.Type);
    }

    /// <summary>The language of the answer.</summary>
    public static string Language(HttpRequest request)
    {
        if (request.Query["lang"] is [{ } asked] && Languages.Contains(asked))
            return asked;
        var accepted = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Where(l => (l.Quality ?? 1) > 0);
        return accepted.Select(l => l.Value.Value ?? "")
            .Select(tag => Languages.FirstOrDefault(l => tag == l || tag.StartsWith(l + "-", StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(l => l is not null) ?? Languages[0];
    }

    /// <summary>The weight of a type: that of the most specific range which holds it, 0 when none does.</summary>
    private static double Weight(string type, IList<MediaTypeHeaderValue> accepted)
    {
        var offered = MediaTypeHeaderValue.Parse(type);
        var range = accepted.Where(a => Holds(a, offered)).OrderByDescending(Specificity).FirstOrDefault();
        return range is null ? 0 : range.Quality ?? 1;
    }

    /// <summary>
    /// Whether a range holds a type. The framework's own comparison takes <c>application/geo+json</c> for a kind of
    /// <c>application/json</c>, which would label answers with a type that was not asked for.
    /// </summary>
    private static bool Holds(MediaTypeHeaderValue range, MediaTypeHeaderValue type) =>
        range.MatchesAllTypes
        || (range.Type.Equals(type.Type, StringComparison.OrdinalIgnoreCase)
            && (range.MatchesAllSubTypes
                || (range.SubType.Equals(type.SubType, StringComparison.OrdinalIgnoreCase) && Restrictions(range).All(type.Parameters.Contains))));

    private static IEnumerable<NameValueHeaderValue> Restrictions(MediaTypeHeaderValue range) =>
        range.Parameters.Where(p => !p.Name.Equals("q", StringComparison.OrdinalIgnoreCase) && !p.Name.Equals("charset", StringComparison.OrdinalIgnoreCase));

    private static int Specificity(MediaTypeHeaderValue range) =>
        range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2 + Restrictions(range).Count();
}
