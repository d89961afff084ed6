using System.Text.Json;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Geo.Api.Access;

/// <summary>The public keys of an issuer from a JWKS file (RFC 7517). It is looked at each time, so a new key is good as soon as it is written; a spoilt file leaves the keys as they were.</summary>
internal sealed class TokenKeyFile(string path) : BaseConfigurationManager
{
    private readonly Lock _lock = new();
    private OpenIdConnectConfiguration _keys = new();
    private (DateTime Written, long Length) _seen;

    public override Task<BaseConfiguration> GetBaseConfigurationAsync(CancellationToken cancel) => Task.FromResult<BaseConfiguration>(Current());

    public override void RequestRefresh()
    {
        // Nothing to do: every call looks at the file.
    }

    /// <summary>Why a file holds no keys; null when it does.</summary>
    public static string? ProblemOf(string path)
    {
        try
        {
            return Read(path).SigningKeys.Count > 0 ? null : "it holds no signing key";
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or JsonException)
        {
            return fault is IOException or UnauthorizedAccessException ? "it cannot be read" : "it is no JSON Web Key Set";
        }
    }

    private OpenIdConnectConfiguration Current()
    {
        lock (_lock)
        {
            var file = new FileInfo(path);
            var stamp = file.Exists ? (file.LastWriteTimeUtc, file.Length) : _seen;
            if (stamp != _seen && ProblemOf(path) is null)
                (_seen, _keys) = (stamp, Read(path));
            return _keys;
        }
    }

    private static OpenIdConnectConfiguration Read(string path)
    {
        var keys = new OpenIdConnectConfiguration();
        foreach (var key in new JsonWebKeySet(File.ReadAllText(path)).GetSigningKeys())
            keys.SigningKeys.Add(key);
        return keys;
    }
}
