using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http.Extensions;

namespace Geo.Api.Http;

/// <summary>Makes the absolute addresses of a request's links, as the client sees this server.</summary>
internal sealed class Addresses
{
    private const int UsualLength = 256;

    private readonly string _path;
    private readonly (string Name, string Pair)[] _query;
    private readonly string? _language;
    private string? _self;

    public Addresses(HttpRequest request, GeoOptions options)
    {
        Root = RootOf(request, options);
        _path = request.Path.ToUriComponent().TrimEnd('/') is { Length: > 0 } path ? path : "/";
        _query = [.. request.Query.SelectMany(q => q.Value, (q, value) => (q.Key, Pair(q.Key, value ?? "")))];
        _language = request.Query["lang"] is [{ } language] ? language : null;
    }

    /// <summary>Where this server is, as clients see it; without a slash at the end.</summary>
    public string Root { get; }

    /// <summary>The address of a resource, from already encoded segments that begin with a slash; keeps a language that was asked for by name.</summary>
    public string To(string path, string? format = null) => Root + path + Query(
        [
            .. format is null ? [] : new[] { Pair("f", format) },
            .. _language is null ? [] : new[] { Pair("lang", _language) },
        ]);

    /// <summary>This request's own address with all its parameters.</summary>
    public string Self() => _self ??= At(_path);

    /// <summary>This request's address with some parameters set, or removed by null.</summary>
    public string With(params (string Name, string? Value)[] changes) => At(_path, changes);

    /// <summary>The address of another resource with this request's parameters, some of them set, or removed by null.</summary>
    public string At(string path, params (string Name, string? Value)[] changes)
    {
        var address = new StringBuilder(Root, UsualLength).Append(path);
        var mark = '?';
        void Add(string pair)
        {
            address.Append(mark).Append(pair);
            mark = '&';
        }

        foreach (var (name, pair) in _query)
        {
            if (!Array.Exists(changes, c => c.Name == name))
                Add(pair);
        }
        foreach (var (name, value) in changes)
        {
            if (value is not null)
                Add(Pair(name, value));
        }
        return address.ToString();
    }

    /// <summary>One path segment, percent-encoded.</summary>
    public static string Segment(string id) => Uri.EscapeDataString(id);

    // A request's own parameters are encoded once, though many links repeat them.
    private static string Pair(string name, string value) => $"{UrlEncoder.Default.Encode(name)}={UrlEncoder.Default.Encode(value)}";

    private static string Query(IEnumerable<string> pairs) => string.Join('&', pairs) is { Length: > 0 } query ? $"?{query}" : "";

    private static string RootOf(HttpRequest request, GeoOptions options)
    {
        if (options.PublicUrl is { } address)
            return address.AbsoluteUri.TrimEnd('/');
        if (!options.TrustForwardedHeaders)
            return UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase).TrimEnd('/');
        var scheme = Forwarded(request, "Proto") is "https" ? "https" : Forwarded(request, "Proto") is "http" ? "http" : request.Scheme;
        var host = Forwarded(request, "Host") is { } name ? new HostString(name) : request.Host;
        var prefix = Forwarded(request, "Prefix") is ['/', ..] path ? new PathString(path.TrimEnd('/')) : request.PathBase;
        return UriHelper.BuildAbsolute(scheme, host, prefix).TrimEnd('/');
    }

    /// <summary>The first entry of an <c>X-Forwarded-…</c> header: the one the client's own request was made with.</summary>
    private static string? Forwarded(HttpRequest request, string what) =>
        request.Headers[$"X-Forwarded-{what}"].ToString().Split(',')[0].Trim() is { Length: > 0 } value ? value : null;
}
