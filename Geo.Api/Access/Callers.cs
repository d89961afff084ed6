using Geo.Api.Http;
using Geo.Engine.Access;

namespace Geo.Api.Access;

/// <summary>Finds out who makes a request before any endpoint sees it. Who offers a proof that is none is refused, never taken for anonymous.</summary>
internal static class Callers
{
    /// <summary>The header that carries a key; never the address, as that stands in logs.</summary>
    public const string KeyHeader = "X-Api-Key";

    private const string TokenScheme = "Bearer ";

    public static void UseCallers(this WebApplication app)
    {
        var services = app.Services;
        var (keys, tokens) = (services.GetRequiredService<KnownKeys>(), services.GetRequiredService<TokenReader>());
        var (rates, refusals, options) = (services.GetRequiredService<Rates>(), services.GetRequiredService<Refusals>(), services.GetRequiredService<GeoOptions>());
        var anonymous = Caller.Anonymous(options.AnonymousRole);
        app.Use(async (HttpContext http, RequestDelegate next) =>
        {
            var resource = http.GetEndpoint()?.Metadata.GetMetadata<Resource>();
            // What is open to everybody, such as the question whether the server is alive, must not wait for the store.
            var caller = resource is { Needs: Role.None } ? anonymous : await FindAsync(http, keys, tokens, anonymous);
            if (Problem(http, caller, resource, rates, refusals, options) is { } problem)
                await new ProblemResult(problem).ExecuteAsync(http);
            else
                await next(http);
        });
    }

    /// <summary>Who makes this request.</summary>
    public static Caller GetCaller(this HttpContext http) =>
        http.Features.Get<Caller>() ?? throw new InvalidOperationException("The request has not passed the door where callers are found.");

    private static async Task<Caller?> FindAsync(HttpContext http, KnownKeys keys, TokenReader tokens, Caller anonymous)
    {
        if (http.Request.Headers.TryGetValue(KeyHeader, out var given))
            return await keys.FindAsync(given.ToString(), http.RequestAborted) is { } key ? Caller.Of(key) : null;
        var authorization = http.Request.Headers.Authorization.ToString();
        return authorization.StartsWith(TokenScheme.TrimEnd(), StringComparison.OrdinalIgnoreCase)
            ? await tokens.FindAsync(authorization[Math.Min(TokenScheme.Length, authorization.Length)..].Trim())
            : anonymous;
    }

    private static RequestProblem? Problem(HttpContext http, Caller? caller, Resource? resource, Rates rates, Refusals refusals, GeoOptions options)
    {
        if (resource is { Needs: > Role.None } && rates.Take(http, caller, resource.Cost) is { } seconds)
            return AccessProblems.TooMany(options, seconds);
        if (caller is null)
            return AccessProblems.WrongProof();
        http.Features.Set(caller);
        if (resource is null)
            return null;
        if (!caller.May(resource.Needs))
        {
            refusals.Add(caller, http.Request.Method, resource.Pattern, http.TraceIdentifier);
            return AccessProblems.Refused(caller, resource.Needs);
        }
        if (options.AnonymousRole == Role.None)
            Headers.KeepPrivate(http.Response);
        var changes = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
        return changes && caller.Proof == Proof.None && http.Request.Headers["Sec-Fetch-Site"] == "cross-site" ? AccessProblems.OtherSite() : null;
    }
}
