using Geo.Api.Access;
using Geo.Engine.Access;
using Geo.Engine.Features;

namespace Geo.Api.Http;

/// <summary>A request whose form and language are settled.</summary>
internal sealed class ApiRequest(HttpContext http, Representation form, string mediaType, GeoOptions options, CancellationTokenSource timer)
{
    public HttpContext Http { get; } = http;

    /// <summary>Who asks.</summary>
    public Caller Caller => Http.GetCaller();

    /// <summary>On whose behalf something is written, for the audit log.</summary>
    /// <param name="action">What for, in two words: <c>scenario.run</c>.</param>
    public Author Author(string action) => new(Caller.Id, action, Http.TraceIdentifier);

    /// <summary>The form of the answer.</summary>
    public Representation Form { get; } = form;

    /// <summary>The type to label the answer with.</summary>
    public string MediaType { get; } = mediaType;

    /// <summary><c>vi</c> or <c>en</c>.</summary>
    public string Language { get; } = Negotiation.Language(http.Request);

    public Addresses Addresses { get; } = new(http.Request, options);

    public GeoOptions Options { get; } = options;

    /// <summary>What is wrong with the parameters, as far as it is known.</summary>
    public List<ParameterFault> Faults { get; } = [];

    /// <summary>Ends when the client goes away or the store does not answer in time.</summary>
    public CancellationToken Cancellation => timer.Token;

    public bool IsHead => HttpMethods.IsHead(Http.Request.Method);

    /// <summary>A query parameter, or null when it is not there.</summary>
    public string? Parameter(string name) => Http.Request.Query.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>The value of a parameter; null when it is not there, or is none, which becomes a fault.</summary>
    public T? Read<T>(string name, Func<string, T?> parse, BilingualText allowed)
        where T : class => Read(name, parse, () => allowed);

    /// <summary>The same with words that are only made where something is wrong.</summary>
    public T? Read<T>(string name, Func<string, T?> parse, Func<BilingualText> allowed)
        where T : class
    {
        if (Parameter(name) is not { } text)
            return null;
        var value = parse(text);
        if (value is null)
            AddFault(name, text, allowed());
        return value;
    }

    /// <summary>The same for a type that is never null by itself.</summary>
    public T? ReadValue<T>(string name, Func<string, T?> parse, BilingualText allowed)
        where T : struct
    {
        if (Parameter(name) is not { } text)
            return null;
        var value = parse(text);
        if (value is null)
            AddFault(name, text, allowed);
        return value;
    }

    /// <summary>A decoded path segment. ASP.NET leaves <c>%2F</c> as it is, so that one is decoded here.</summary>
    public string Segment(string name) => Segment(Http.Request, name);

    /// <summary>The same for a request that has not become one of these.</summary>
    public static string Segment(HttpRequest request, string name) =>
        ((string?)request.RouteValues[name] ?? "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    /// <summary>The store has answered: from here on only the client's going away ends the request.</summary>
    public void StopTimer() => timer.CancelAfter(Timeout.InfiniteTimeSpan);

    /// <summary>The store is asked now and has its time from here on.</summary>
    public void StartTimer() => timer.CancelAfter(TimeSpan.FromSeconds(Options.StoreTimeoutSeconds));

    /// <summary>Links to this resource in this form (<c>self</c>) and in its others (<c>alternate</c>).</summary>
    public IEnumerable<Link> OwnLinks(IReadOnlyList<Representation> forms)
    {
        yield return new Link(Addresses.Self(), "self", MediaType, Texts.ThisDocument.For(Language));
        foreach (var other in forms.Where(f => f != Form))
            yield return new Link(Addresses.With(("f", other.Key)), "alternate", other.MediaType, Texts.AsForm(other).For(Language));
    }

    private void AddFault(string name, string text, BilingualText allowed)
    {
        if (Faults.All(f => f.Parameter != name))
            Faults.Add(new ParameterFault(name, text, allowed));
    }
}
