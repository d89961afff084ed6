using System.Text.Json;
using System.Text.Json.Serialization;

namespace Geo.Engine.Radio.Calibration;

/// <summary>How a <see cref="CalibrationDocument"/> is written: camelCase names, one thing a line.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CalibrationDocument), TypeInfoPropertyName = "Document")]
public sealed partial class CalibrationJson : JsonSerializerContext
{
    /// <summary>The bytes of a document.</summary>
    public static byte[] Write(CalibrationDocument document) => JsonSerializer.SerializeToUtf8Bytes(document, Default.Document);

    /// <summary>The document in bytes.</summary>
    /// <exception cref="JsonException">They are no calibration of the schema that is known.</exception>
    public static CalibrationDocument Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Default.Document) is { Schema: CalibrationDocument.CurrentSchema } document
            ? document
            : throw new JsonException($"The document is no calibration of the schema {CalibrationDocument.CurrentSchema}.");
}
