using Geo.Engine.Features;

namespace Geo.Api.Http;

/// <summary>Maps resources to handlers; everything that holds for all of them is done here once.</summary>
internal static class ResourceRoutes
{
    private static readonly BilingualText LanguageList = new("vi hoặc en", "vi or en");
    private static readonly BilingualText Once = new("một lần", "once");

    /// <summary>Answers GET, HEAD and OPTIONS of a resource. A handler sees requests with a known form, language and parameters.</summary>
    public static void MapResource(this IEndpointRouteBuilder routes, Resource resource, Func<ApiRequest, Task<IResult>> answer)
    {
        RequestDelegate respond = http => RespondAsync(http, resource, answer);
        routes.MapMethods(resource.Pattern, [HttpMethods.Get, HttpMethods.Head], respond);
        routes.MapOptions(resource.Pattern, "GET, HEAD, OPTIONS", forOtherSites: true);
    }

    /// <summary>Answers POST and OPTIONS of a resource. Pages of other sites may read everything, but start nothing.</summary>
    public static void MapAction(this IEndpointRouteBuilder routes, Resource resource, Func<ApiRequest, Task<IResult>> answer)
    {
        RequestDelegate respond = http => RespondAsync(http, resource, answer);
        routes.MapMethods(resource.Pattern, [HttpMethods.Post], respond);
        routes.MapOptions(resource.Pattern, "POST, OPTIONS", forOtherSites: false);
    }

    /// <summary>What is wrong with the parameters of a request, given the names that are allowed.</summary>
    public static IEnumerable<ParameterFault> JudgeParameters(HttpRequest request, IReadOnlyList<Representation> forms, IReadOnlyList<string> known)
    {
        var names = string.Join(", ", known.Append("f").Append("lang"));
        foreach (var (name, values) in request.Query)
        {
            var received = values.ToString();
            if (name is not ("f" or "lang") && !known.Contains(name, StringComparer.Ordinal))
                yield return new(name, received, new($"các tham số {names}", $"the parameters {names}"));
            else if (values.Count > 1)
                yield return new(name, received, Once);
            else if (name == "f" && forms.All(f => f.Key != received))
                yield return new(name, received, new(Keys(forms, "hoặc"), Keys(forms, "or")));
            else if (name == "lang" && !Negotiation.Languages.Contains(received))
                yield return new(name, received, LanguageList);
        }
    }

    private static string Keys(IReadOnlyList<Representation> forms, string or) => string.Join($" {or} ", forms.Select(f => f.Key));

    private static void MapOptions(this IEndpointRouteBuilder routes, string pattern, string allow, bool forOtherSites)
    {
        RequestDelegate respond = http =>
        {
            http.Response.Headers.Allow = allow;
            http.Response.Headers.AccessControlAllowMethods = forOtherSites ? allow : "OPTIONS";
            http.Response.Headers.AccessControlAllowHeaders = "Accept, Accept-Language, Content-Type, If-None-Match";
            http.Response.Headers.AccessControlMaxAge = "86400";
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
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
        if (Negotiation.Choose(http.Request, resource.Representations) is not var (form, mediaType))
            return new ProblemResult(Problems.NotAcceptable(http.Request.Headers.Accept.ToString(), resource.Representations));
        var options = http.RequestServices.GetRequiredService<GeoOptions>();
        var timer = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        http.Response.RegisterForDispose(timer);
        timer.CancelAfter(TimeSpan.FromSeconds(options.StoreTimeoutSeconds));
        return await answer(new ApiRequest(http, form, mediaType, options, timer));
    }
}
