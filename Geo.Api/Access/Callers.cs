using Geo.Api.Http;
using Geo.Engine.Access;

namespace Geo.Api.Access;

/// <summary>Finds out who makes a request before any endpoint sees it. Who offers a proof that is none is refused, never taken for anonymous.</summary>
internal static class Callers
{
    /// <summary>The header that carries a key; never the address, as that stands in logs.</summary>
    public const string KeyHeader = "X-Api-Key";

    public static void UseCallers(this WebApplication app)
    {
        var (keys, refusals) = (app.Services.GetRequiredService<KnownKeys>(), app.Services.GetRequiredService<Refusals>());
        var anonymous = Caller.Anonymous(app.Services.GetRequiredService<GeoOptions>().AnonymousRole);
        app.Use(async (HttpContext http, RequestDelegate next) =>
        {
            if (await FindAsync(http, keys, anonymous) is not { } caller)
                await new ProblemResult(AccessProblems.UnknownKey()).ExecuteAsync(http);
            else if (Refusal(http, caller, refusals) is { } refusal)
                await new ProblemResult(refusal).ExecuteAsync(http);
            else
                await next(http);
        });
    }

    /// <summary>Who makes this request.</summary>
    public static Caller GetCaller(this HttpContext http) =>
        http.Features.Get<Caller>() ?? throw new InvalidOperationException("The request has not passed the door where callers are found.");

    // What is open to everybody, such as the question whether the server is alive, must not wait for the store.
    private static async Task<Caller?> FindAsync(HttpContext http, KnownKeys keys, Caller anonymous)
    {
        if (!http.Request.Headers.TryGetValue(KeyHeader, out var given) || http.GetEndpoint()?.Metadata.GetMetadata<Resource>() is { Needs: Role.None })
            return anonymous;
        return await keys.FindAsync(given.ToString(), http.RequestAborted) is { } key ? Caller.Of(key) : null;
    }

    private static RequestProblem? Refusal(HttpContext http, Caller caller, Refusals refusals)
    {
        http.Features.Set(caller);
        if (http.GetEndpoint()?.Metadata.GetMetadata<Resource>() is not { } resource)
            return null;
        if (!caller.May(resource.Needs))
        {
            refusals.Add(caller, http.Request.Method, resource.Pattern, http.TraceIdentifier);
            return AccessProblems.Refused(caller, resource.Needs);
        }
        var changes = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
        return changes && caller.Proof == Proof.None && http.Request.Headers["Sec-Fetch-Site"] == "cross-site" ? AccessProblems.OtherSite() : null;
    }
}
