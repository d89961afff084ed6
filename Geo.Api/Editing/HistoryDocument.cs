using System.Text.Encodings.Web;
using System.Text.Json;
using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;

namespace Geo.Api.Editing;

/// <summary>Entries of the history as JSON; geometries as GeoJSON in longitude and latitude, whatever their layer keeps them in.</summary>
internal static class HistoryDocument
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(IReadOnlyList<FeatureChange> entries, IReadOnlyList<Link> links)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteStartArray("entries"u8);
            foreach (var entry in entries)
                Write(json, entry);
            json.WriteEndArray();
            json.WritePropertyName("links"u8);
            Link.Write(json, links);
            json.WriteEndObject();
        }
        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, FeatureChange entry)
    {
        json.WriteStartObject();
        json.WriteNumber("sequence"u8, entry.Sequence);
        json.WriteNumber("featureId"u8, entry.FeatureId);
        json.WriteNumber("revision"u8, entry.Revision);
        json.WriteString("kind"u8, entry.Kind.ToString().ToLowerInvariant());
        json.WriteString("editor"u8, entry.Editor);
        json.WriteString("moment"u8, entry.Moment);
        if (entry.RequestId is not null)
            json.WriteString("requestId"u8, entry.RequestId);
        Write(json, "before"u8, entry.Before);
        Write(json, "after"u8, entry.After);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, FeatureVersion? version)
    {
        json.WritePropertyName(name);
        if (version is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WritePropertyName("geometry"u8);
        GeoJsonWriter.WriteGeometry(json, InLonLat(version), PositionFormat.Of(CoordinateSystems.Crs84));
        json.WritePropertyName("properties"u8);
        json.WriteRawValue(version.ValuesJson);
        json.WriteEndObject();
    }

    private static NetTopologySuite.Geometries.Geometry? InLonLat(FeatureVersion version) =>
        version.Geometry is null || version.System.Srid == CoordinateSystems.Crs84.Srid
            ? version.Geometry
            : Projection.Between(version.System, CoordinateSystems.Crs84).Transform(version.Geometry);
}
