using System.Text.Json;
using System.Text.Json.Nodes;

namespace Geo.Api.Jobs;

/// <summary>JSON in one form only: members in ordinal order, no blanks; numbers stay as they were written.</summary>
internal static class CanonicalJson
{
    /// <summary>A title and a value, as bytes to be hashed.</summary>
    public static byte[] Write(JsonNode value, string title)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WritePropertyName(title);
            Write(json, value);
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                json.WriteStartObject();
                foreach (var (name, value) in members.OrderBy(m => m.Key, StringComparer.Ordinal))
                {
                    json.WritePropertyName(name);
                    Write(json, value);
                }
                json.WriteEndObject();
                break;
            case JsonArray items:
                json.WriteStartArray();
                foreach (var item in items)
                    Write(json, item);
                json.WriteEndArray();
                break;
            case null:
                json.WriteNullValue();
                break;
            default:
                node.WriteTo(json);
                break;
        }
    }
}
