using System.Text.Json.Serialization;

namespace Geo.Engine.Scenarios;

/// <summary>Scenarios and manifests as JSON: camelCase names, enumerations by name, numbers as they round-trip, in the order of the records.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    WriteIndented = true)]
[JsonSerializable(typeof(RunManifest))]
[JsonSerializable(typeof(Scenario))]
internal sealed partial class ScenarioJson : JsonSerializerContext;
