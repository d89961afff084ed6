using Geo.Api.Access;
using Geo.Engine.Features;

namespace Geo.Api.Http;

/// <summary>Maps resources to handlers; everything that holds for all of them is done here once.</summary>
internal static class ResourceRoutes
{
    private static readonly BilingualText LanguageList = new("vi hoặc en", "vi or en");
    private static readonly BilingualText Once = new("một lần", "once");

    /// <summary>Answers GET, HEAD and OPTIONS of a resource. A handler sees requests of callers who may, with a known form, language and parameters.</summary>
    public static void MapResource(this IEndpointRouteBuilder routes, Resource resource, Func<ApiRequest, Task<IResult>> answer) =>
        routes.Map(resource, answer, HttpMethods.Get, HttpMethods.Head);

    /// <summary>Answers a POST beside whatever else the address answers.</summary>
    public static void MapAction(this IEndpointRouteBuilder routes, Resource resource, Func<ApiRequest, Task<IResult>> answer) =>
        routes.Map(resource, answer, HttpMethods.Post);

    /// <summary>Answers a method of change (POST, PUT, PATCH, DELETE) beside whatever else the address answers; OPTIONS and Allow follow by themselves.</summary>
    public static void MapChange(this IEndpointRouteBuilder routes, string method, Resource resource, Func<ApiRequest, Task<IResult>> answer) =>
        routes.Map(resource, answer, method);

    /// <summary>What is wrong with the parameters of a request, given the names that are allowed.</summary>
    public static IEnumerable<ParameterFault> JudgeParameters(HttpRequest request, IReadOnlyList<Representation> forms, IReadOnlyList<string> known)
    {
        string Names() => string.Join(", ", known.Append("f").Append("lang"));
        foreach (var (name, values) in request.Query)
        {
            var received = values.ToString();
            if (name is not ("f" or "lang") && !known.Contains(name, StringComparer.Ordinal))
                yield return new(name, received, new($"các tham số {Names()}", $"the parameters {Names()}"));
            else if (values.Count > 1)
                yield return new(name, received, Once);
            else if (name == "f" && forms.All(f => f.Key != received))
                yield return new(name, received, new(Keys(forms, "hoặc"), Keys(forms, "or")));
            else if (name == "lang" && !Negotiation.Languages.Contains(received))
                yield return new(name, received, LanguageList);
        }
    }

    private static string Keys(IReadOnlyList<Representation> forms, string or) => string.Join($" {or} ", forms.Select(f => f.Key));

    private static void Map(this IEndpointRouteBuilder routes, Resource resource, Func<ApiRequest, Task<IResult>> answer, params string[] methods)
    {
        var known = routes.ServiceProvider.GetRequiredService<ResourceMethods>();
        RequestDelegate respond = http => RespondAsync(http, resource, answer);
        routes.MapMethods(resource.Pattern, methods, respond).WithMetadata(resource);
        if (known.Add(resource.Pattern, resource.Needs, methods))
            routes.MapOptions(resource.Pattern, known);
    }

    // A browser asks this without the key, before it sends it; so other sites are told every method, and the key decides when it comes.
    private static void MapOptions(this IEndpointRouteBuilder routes, string pattern, ResourceMethods known)
    {
        RequestDelegate respond = async http =>
        {
            http.Response.Headers.Allow = await known.AllowedAsync(http, pattern);
            http.Response.Headers.AccessControlAllowMethods = known.All(pattern);
            http.Response.Headers.AccessControlAllowHeaders = "Accept, Accept-Language, Authorization, Content-Crs, Content-Type, Idempotency-Key, If-Match, If-None-Match, Prefer, X-Api-Key";
            http.Response.Headers.AccessControlMaxAge = "86400";
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        };
        routes.MapMethods(pattern, [HttpMethods.Options], respond);
    }

    private static async Task RespondAsync(HttpContext http, Resource resource, Func<ApiRequest, Task<IResult>> answer)
    {
        var result = await ResultAsync(http, resource, answer);
        await result.ExecuteAsync(http);
    }

    private static async Task<IResult> ResultAsync(HttpContext http, Resource resource, Func<ApiRequest, Task<IResult>> answer)
    {
        var faults = resource.JudgesParameters ? [] : JudgeParameters(http.Request, resource.Representations, resource.Parameters).ToList();
        if (faults.Count > 0)
            return new ProblemResult(Problems.Parameters(faults));
        var chosen = Negotiation.Choose(http.Request, resource.Representations);
        if (chosen is null && resource.TakesAnyAccept)
            chosen = (resource.Representations[0], resource.Representations[0].MediaType);
        if (chosen is not var (form, mediaType))
            return new ProblemResult(Problems.NotAcceptable(http.Request.Headers.Accept.ToString(), resource.Representations));
        var options = http.RequestServices.GetRequiredService<GeoOptions>();
        var timer = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        http.Response.RegisterForDispose(timer);
        timer.CancelAfter(TimeSpan.FromSeconds(options.StoreTimeoutSeconds));
        return await answer(new ApiRequest(http, form, mediaType, options, timer));
    }
}
