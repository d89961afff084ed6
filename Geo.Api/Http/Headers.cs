using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace Geo.Api.Http;

/// <summary>The headers that many answers share.</summary>
internal static class Headers
{
    /// <summary>Only our own files; the map's worker is one of them, its images may be made in the page.</summary>
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; worker-src 'self'; connect-src 'self'; font-src 'self'; " +
        "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    /// <summary>Always revalidate: a check against the entity tag costs next to nothing.</summary>
    public const string Revalidate = "no-cache";

    /// <summary>Headers of every answer, errors included: what browsers may do with it, and that any page may read it.</summary>
    public static void SetOnEveryAnswer(HttpResponse response)
    {
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.AccessControlExposeHeaders = "Allow, Content-Crs, Content-Disposition, ETag, Link, Location, Preference-Applied, OGC-NumberMatched, OGC-NumberReturned, Retry-After, WWW-Authenticate";
        response.Headers.Vary = "Accept, Accept-Language, Accept-Encoding";
    }

    /// <summary>Parts are told in bytes; another unit is as if nothing was asked (RFC 9110, 14.2), while ASP.NET takes it for bytes.</summary>
    public static void DropUnknownRange(HttpRequest request)
    {
        if (!request.Headers.Range.ToString().StartsWith("bytes=", StringComparison.OrdinalIgnoreCase))
            request.Headers.Remove(HeaderNames.Range);
    }

    /// <summary>Proxies take some kilobytes of headers: an address longer than this is not repeated there for every other form of the answer.</summary>
    private const int LongestAlternate = 500;

    /// <summary>What only those may read who prove themselves is kept by no cache that others use.</summary>
    public static void KeepPrivate(HttpResponse response) => response.OnStarting(() =>
    {
        response.Headers.CacheControl = response.Headers.CacheControl.ToString().Replace("public", "private", StringComparison.Ordinal);
        response.Headers.Vary = $"{response.Headers.Vary}, Authorization, X-Api-Key";
        return Task.CompletedTask;
    });

    /// <summary>Headers that say what an answer is; a 304 carries them too.</summary>
    public static void Describe(ApiRequest request, EntityTagHeaderValue tag, IEnumerable<Link> links, string cacheControl = Revalidate)
    {
        var headers = request.Http.Response.Headers;
        headers.ETag = tag.ToString();
        headers.CacheControl = cacheControl;
        headers.ContentLanguage = request.Language;
        headers.Link = links.Where(l => !l.Templated && (l.Rel != "alternate" || l.Href.Length <= LongestAlternate)).Select(l => l.ToHeader()).ToArray();
    }

    /// <summary>The system of the coordinates in the body, as OGC API - Features Part 2 asks of every page of features and every feature.</summary>
    public static void SetCrs(HttpResponse response, string uri) => response.Headers["Content-Crs"] = $"<{uri}>";

    /// <summary>How many features match and how many are in the body, each where it is known before the body is sent.</summary>
    public static void SetCounts(HttpResponse response, long? matched, long? returned)
    {
        if (matched is { } all)
            response.Headers["OGC-NumberMatched"] = all.ToString(CultureInfo.InvariantCulture);
        if (returned is { } some)
            response.Headers["OGC-NumberReturned"] = some.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The content type, with the encoding where a browser would guess.</summary>
    public static string ContentType(string mediaType) => mediaType is "text/html" or "text/csv" ? mediaType + "; charset=utf-8" : mediaType;
}
