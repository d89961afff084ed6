using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Geo.Tests.Api;

/// <summary>An issuer of tokens for tests, written from RFC 7515, 7517 and 7519.</summary>
internal sealed class TokenMint(string issuer, string audience) : IDisposable
{
    private RSA _key = RSA.Create(2048);
    private int _number = 1;

    /// <summary>The id of the key it signs with.</summary>
    public string KeyId => $"key-{_number}";

    /// <summary>The public key as a shared secret of those who confuse the two.</summary>
    public byte[] PublicKeyText => Encoding.ASCII.GetBytes(_key.ExportSubjectPublicKeyInfoPem());

    /// <summary>The set of its public keys.</summary>
    public string KeySet()
    {
        var parameters = _key.ExportParameters(includePrivateParameters: false);
        var key = new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = KeyId, ["n"] = Base64Url.EncodeToString(parameters.Modulus!), ["e"] = Base64Url.EncodeToString(parameters.Exponent!) };
        return new JsonObject { ["keys"] = new JsonArray(key) }.ToJsonString();
    }

    /// <summary>From now on it signs with a new key.</summary>
    public void Rotate()
    {
        _key.Dispose();
        (_key, _number) = (RSA.Create(2048), _number + 1);
    }

    /// <summary>What a good token says, to be changed before it is signed.</summary>
    public JsonObject Claims(string role) => new()
    {
        ["iss"] = issuer,
        ["aud"] = audience,
        ["sub"] = "lan",
        ["name"] = "Nguyễn Thị Lan",
        ["exp"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + 600,
        ["roles"] = new JsonArray(role),
    };

    /// <summary>A good token.</summary>
    public string Good(string role) => Sign(Claims(role));

    public string Sign(JsonObject claims, string? keyId = null)
    {
        var text = Unsigned(new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = keyId ?? KeyId }, claims);
        return $"{text}.{Base64Url.EncodeToString(_key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    /// <summary>A token that says it is not signed.</summary>
    public static string WithoutSignature(JsonObject claims) => Unsigned(new JsonObject { ["alg"] = "none" }, claims) + ".";

    /// <summary>A token signed with a secret that everybody knows: the public key.</summary>
    public string SignedWithPublicKey(JsonObject claims)
    {
        var text = Unsigned(new JsonObject { ["alg"] = "HS256", ["typ"] = "JWT", ["kid"] = KeyId }, claims);
        return $"{text}.{Base64Url.EncodeToString(HMACSHA256.HashData(PublicKeyText, Encoding.ASCII.GetBytes(text)))}";
    }

    public void Dispose() => _key.Dispose();

    private static string Unsigned(JsonObject header, JsonObject claims) =>
        $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
}
