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
        var keys = app.Services.GetRequiredService<KnownKeys>();
        var anonymous = Caller.Anonymous(app.Services.GetRequiredService<GeoOptions>().AnonymousRole);
        app.Use((http, next) => PassAsync(http, next, keys, anonymous));
    }

    /// <summary>Who makes this request.</summary>
    public static Caller GetCaller(this HttpContext http) =>
        http.Features.Get<Caller>() ?? throw new InvalidOperationException("The request has not passed the door where callers are found.");

    private static async Task PassAsync(HttpContext http, RequestDelegate next, KnownKeys keys, Caller anonymous)
    {
        var caller = await FindAsync(http, keys, anonymous);
        if (caller is null)
        {
            await new ProblemResult(AccessProblems.UnknownKey()).ExecuteAsync(http);
            return;
        }
        http.Features.Set(caller);
        await next(http);
    }

    // What is open to everybody, such as the question whether the server is alive, must not wait for the store.
    private static async Task<Caller?> FindAsync(HttpContext http, KnownKeys keys, Caller anonymous)
    {
        if (!http.Request.Headers.TryGetValue(KeyHeader, out var given) || http.GetEndpoint()?.Metadata.GetMetadata<Resource>() is { Needs: Role.None })
            return anonymous;
        return await keys.FindAsync(given.ToString(), http.RequestAborted) is { } key ? Caller.Of(key) : null;
    }
}
