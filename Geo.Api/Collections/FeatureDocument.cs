using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Formats;

namespace Geo.Api.Collections;

/// <summary>One feature as GeoJSON with its links.</summary>
internal static class FeatureDocument
{
    private const int FirstBuffer = 4 << 10;

    public static byte[] Write(Feature feature, FeatureOutput output, IReadOnlyList<Link> links)
    {
        var more = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(more, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WritePropertyName("links"u8);
            Link.Write(json, links);
            json.WriteEndObject();
        }
        using var document = new PooledBuffer(FirstBuffer);
        new FeatureWriter(output, document).Write(feature, more.WrittenSpan);
        return document.Written.ToArray();
    }
}
