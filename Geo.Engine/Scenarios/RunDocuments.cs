using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Geo.Engine.Scenarios;

/// <summary>Writes what a run leaves behind as JSON, with Vietnamese letters as they are.</summary>
internal static class RunDocuments
{
    private static readonly ScenarioJson Json =
        new(new JsonSerializerOptions(ScenarioJson.Default.Options!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }); // the generator sets them

    /// <summary>The document <c>run.json</c>.</summary>
    public static byte[] Write(RunManifest manifest) => JsonSerializer.SerializeToUtf8Bytes(manifest, Json.RunManifest);

    /// <summary>SHA-256 of the scenario with all defaults filled in, hexadecimal: equal for two files that say the same in other words.</summary>
    public static string Hash(Scenario scenario) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(scenario with { Base = null }, Json.Scenario)));
}
