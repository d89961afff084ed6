using System.Text.Json.Serialization;
using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios;

/// <summary>Scenarios and manifests as JSON: camelCase names, enumerations by name, numbers as they round-trip, in the order of the records.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    WriteIndented = true)]
[JsonSerializable(typeof(RunManifest))]
[JsonSerializable(typeof(Scenario))]
[JsonSerializable(typeof(Measure))]
internal sealed partial class ScenarioJson : JsonSerializerContext;
