using System.Text.Encodings.Web;
using System.Text.Json;
using Geo.Api.Http;
using Geo.Engine.Features;

namespace Geo.Api.Collections;

/// <summary>One feature as GeoJSON with its links.</summary>
internal static class FeatureDocument
{
    public static byte[] Write(Feature feature, FeatureOutput output, IReadOnlyList<Link> links)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            new FeatureWriter(json, output).WriteStart(feature);
            json.WritePropertyName("links"u8);
            JsonSerializer.Serialize(json, links, ApiJson.Readable.IReadOnlyListLink);
            json.WriteEndObject();
        }
        return stream.ToArray();
    }
}
