using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using Geo.Engine.Grids;

namespace Geo.Api.Processes;

/// <summary>An output as bytes.</summary>
/// <param name="Name">The output.</param>
/// <param name="MediaType">The type of the bytes.</param>
/// <param name="Bytes">The bytes.</param>
internal sealed record OutputContent(string Name, string MediaType, ReadOnlyMemory<byte> Bytes)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A text.</summary>
    public static OutputContent Text(string name, string text) => new(name, "text/plain", Encoding.UTF8.GetBytes(text));

    /// <summary>A JSON document.</summary>
    public static OutputContent Json(string name, JsonNode node, string mediaType = "application/json") => new(name, mediaType, Encoding.UTF8.GetBytes(node.ToJsonString(Readable)));

    /// <summary>A grid as GeoTIFF.</summary>
    public static OutputContent Grid<T>(string name, Grid<T> grid, GeoTiffOptions options)
        where T : unmanaged
    {
        using var stream = new MemoryStream();
        GeoTiffFile.Write(stream, grid, options);
        return new OutputContent(name, "image/tiff; application=geotiff", stream.ToArray());
    }

    /// <summary>A layer as GeoJSON.</summary>
    public static async Task<OutputContent> FeaturesAsync(string name, LayerContent layer, CancellationToken cancellation)
    {
        using var stream = new MemoryStream();
        await LayerExport.WriteGeoJsonAsync(new Layer(layer.Definition, 1, 0, null), layer.Features, stream, cancellation);
        return new OutputContent(name, "application/geo+json", stream.ToArray());
    }
}
