using System.Text.Json;
using System.Text.Json.Serialization;

namespace Geo.Engine.Features;

/// <summary>How <see cref="GridLayer"/> stands in the document <c>grids/{id}.json</c>: camelCase names, status by its name.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    WriteIndented = true)]
[JsonSerializable(typeof(GridLayer))]
public sealed partial class GridLayerJson : JsonSerializerContext
{
    /// <summary>The document of a grid.</summary>
    public static byte[] Write(GridLayer layer) => JsonSerializer.SerializeToUtf8Bytes(layer, Default.GridLayer);

    /// <summary>The grid of a document.</summary>
    /// <exception cref="JsonException">The bytes are not such a document.</exception>
    public static GridLayer Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, Default.GridLayer) ?? throw new JsonException("The document is null.");
}
