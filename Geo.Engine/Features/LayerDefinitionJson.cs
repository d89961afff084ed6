using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Features;

/// <summary>A layer definition as the JSON text that stores keep; coordinate systems by their code.</summary>
internal static class LayerDefinitionJson
{
    private static readonly LayerDefinitionJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new SystemByCode(),
            new JsonStringEnumConverter<GeometryKind>(),
            new JsonStringEnumConverter<LayerStatus>(),
            new JsonStringEnumConverter<PropertyType>(),
        },
    });

    public static string Write(LayerDefinition definition) => JsonSerializer.Serialize(definition, Context.LayerDefinition);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The text is something else.</exception>
    public static LayerDefinition Read(string json) =>
        JsonSerializer.Deserialize(json, Context.LayerDefinition) ?? throw new JsonException("The definition of a layer is null.");

    private sealed class SystemByCode : JsonConverter<CoordinateSystem>
    {
        public override CoordinateSystem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            CoordinateSystems.Find(reader.GetString() ?? "") ?? throw new JsonException("A layer is in a coordinate system that is not known.");

        public override void Write(Utf8JsonWriter writer, CoordinateSystem value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
    }
}

/// <summary>Made by the compiler, so that no reflection is needed.</summary>
[JsonSerializable(typeof(LayerDefinition))]
internal sealed partial class LayerDefinitionJsonContext : JsonSerializerContext;
