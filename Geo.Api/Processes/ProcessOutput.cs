using System.Text.Json.Nodes;
using Geo.Engine.Features;

namespace Geo.Api.Processes;

/// <summary>One output of a process.</summary>
/// <param name="Name">Its name in requests and addresses.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Description">What it means.</param>
/// <param name="MediaType">The type of its bytes.</param>
/// <param name="Schema">Its JSON Schema, by language.</param>
internal sealed record ProcessOutput(string Name, BilingualText Title, BilingualText Description, string MediaType, Func<string, JsonObject> Schema)
{
    /// <summary>A JSON object.</summary>
    public static ProcessOutput Document(string name, BilingualText title, BilingualText description, string mediaType = "application/json", string? format = null) =>
        new(name, title, description, mediaType, _ => Object(mediaType, format));

    /// <summary>A text.</summary>
    public static ProcessOutput Text(string name, BilingualText title, BilingualText description) =>
        new(name, title, description, "text/plain", _ => new JsonObject { ["type"] = "string" });

    /// <summary>A grid as GeoTIFF.</summary>
    public static ProcessOutput Grid(string name, BilingualText title, BilingualText description) => new(name, title, description, GeoTiffType, _ => new JsonObject
    {
        ["type"] = "string",
        ["contentEncoding"] = "binary",
        ["contentMediaType"] = GeoTiffType,
    });

    /// <summary>Features as GeoJSON.</summary>
    public static ProcessOutput Features(string name, BilingualText title, BilingualText description) =>
        Document(name, title, description, "application/geo+json", "geojson-feature-collection");

    private const string GeoTiffType = "image/tiff; application=geotiff";

    private static JsonObject Object(string mediaType, string? format)
    {
        var schema = new JsonObject { ["type"] = "object", ["contentMediaType"] = mediaType };
        if (format is not null)
            schema["format"] = format;
        return schema;
    }
}
