using System.Security.Claims;
using Geo.Api.Http;
using Geo.Engine.Access;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Geo.Api.Access;

/// <summary>
/// Reads bearer tokens (RFC 6750, RFC 7519, RFC 8725): signed by a key pair of the issuer that is configured, for us, not expired. Unsigned tokens
/// and those signed with a shared secret are none, whatever they say themselves.
/// </summary>
internal sealed class TokenReader(GeoOptions options, ILogger<TokenReader> logger)
{
    private const int LongestToken = 16 * 1024;
    private const int LongestSubject = 255; // OpenID Connect Core 1.0, 2
    private static readonly TimeSpan BetweenFetches = TimeSpan.FromSeconds(30);
    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];

    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = LongestToken, MapInboundClaims = false };
    private readonly TokenValidationParameters? _rules = options.TokenIssuer is { } issuer ? Rules(options, issuer) : null;

    /// <summary>The caller that a token proves; null when it proves none, or no issuer is configured.</summary>
    public async Task<Caller?> FindAsync(string token)
    {
        if (_rules is null)
            return null;
        var result = await _handler.ValidateTokenAsync(token, _rules);
        if (result.IsValid)
            return CallerOf(result.ClaimsIdentity);
        logger.TokenRefused(result.Exception?.GetType().Name ?? "unknown");
        return null;
    }

    private static TokenValidationParameters Rules(GeoOptions options, string issuer) => new()
    {
        ValidIssuer = issuer,
        ValidAudience = options.TokenAudience,
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ClockSkew = TimeSpan.FromSeconds(30),
        ConfigurationManager = Keys(options, issuer),
    };

    // The library would go on believing a key for an hour after its issuer has withdrawn it ("last known good").
    private static BaseConfigurationManager Keys(GeoOptions options, string issuer)
    {
        BaseConfigurationManager keys = options.TokenKeys is { } file ? new TokenKeyFile(file) : Discovery(issuer);
        keys.UseLastKnownGoodConfiguration = false;
        return keys;
    }

    /// <summary>OpenID Connect Discovery 1.0; keys are fetched when the first token comes, and again when one names a key that is not known.</summary>
    private static ConfigurationManager<OpenIdConnectConfiguration> Discovery(string issuer) => new(
        $"{issuer.TrimEnd('/')}/.well-known/openid-configuration",
        new OpenIdConnectConfigurationRetriever(),
        new HttpDocumentRetriever { RequireHttps = issuer.StartsWith("https:", StringComparison.Ordinal) })
    { RefreshInterval = BetweenFetches };

    private Caller? CallerOf(ClaimsIdentity claims)
    {
        if (claims.FindFirst("sub")?.Value is not { Length: > 0 and <= LongestSubject } subject || subject.Any(char.IsControl))
            return null;
        var name = (claims.FindFirst("name") ?? claims.FindFirst("preferred_username"))?.Value ?? subject;
        var granted = claims.FindAll(options.TokenRoleClaim).Select(c => RoleOf(c.Value)).Append(options.AnonymousRole).Max();
        return new Caller($"token:{subject}", name, granted, Proof.Token);
    }

    private static Role RoleOf(string word) => word.ToLowerInvariant() switch
    {
        "viewer" => Role.Viewer,
        "planner" => Role.Planner,
        "admin" => Role.Admin,
        _ => Role.None,
    };
}
