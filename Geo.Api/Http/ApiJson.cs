using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Geo.Api.Collections;
using Geo.Api.Editing;
using Geo.Api.Health;
using Geo.Api.Jobs;
using Geo.Api.Landing;
using Geo.Api.Scenarios;
using Geo.Api.Styles;
using Geo.Api.Tiles;

namespace Geo.Api.Http;

/// <summary>Every document that is written from a record.</summary>
[JsonSerializable(typeof(AreaExplanationDocument))]
[JsonSerializable(typeof(bool))]
[JsonSerializable(typeof(CollectionDocument))]
[JsonSerializable(typeof(CollectionListDocument))]
[JsonSerializable(typeof(ConformanceDocument))]
[JsonSerializable(typeof(CreatedDocument))]
[JsonSerializable(typeof(ExplanationDocument))]
[JsonSerializable(typeof(GridDocument))]
[JsonSerializable(typeof(GridListDocument))]
[JsonSerializable(typeof(GridValueDocument))]
[JsonSerializable(typeof(HealthDocument))]
[JsonSerializable(typeof(IReadOnlyList<Link>))]
[JsonSerializable(typeof(JobListDocument))]
[JsonSerializable(typeof(JobOutcome))]
[JsonSerializable(typeof(JobRequest))]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(LandingDocument))]
[JsonSerializable(typeof(Link))]
[JsonSerializable(typeof(ProblemDocument))]
[JsonSerializable(typeof(ScenarioDocument))]
[JsonSerializable(typeof(ScenarioListDocument))]
[JsonSerializable(typeof(StatusDocument))]
[JsonSerializable(typeof(StyleLegendDocument))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(TransactionDocument))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>Vietnamese letters and the plus sign of media types stay readable; the answers are never part of a page.</summary>
    public static ApiJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
