using System.Text.Encodings.Web;
using System.Text.Json;
using Geo.Engine.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace Geo.Engine.Formats.Export;

/// <summary>Writes GeoJSON (RFC 7946). At most 64 KiB wait in memory, or one feature if that is longer.</summary>
internal static class GeoJsonExport
{
    private const int FlushAt = 64 << 10;

    // Letters of Vietnamese stay letters: the file is UTF-8 and never part of a page.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions GeometryOptions = new()
    {
        Converters = { new GeoJsonConverterFactory(NetTopologySuite.NtsGeometryServices.Instance.CreateGeometryFactory(4326), false, null, RingOrientationOption.EnforceRfc9746) },
    };

    public static async Task WriteAsync(Layer layer, IAsyncEnumerable<Feature> features, Stream target, CancellationToken cancellation)
    {
        var geometries = new ExportGeometry(layer);
        await using var writer = new Utf8JsonWriter(target, WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("type", "FeatureCollection");
        writer.WriteString("name", layer.Id);
        writer.WriteStartArray("features");
        await foreach (var feature in features.WithCancellation(cancellation))
        {
            WriteFeature(writer, layer.Definition, feature, geometries.Of(feature));
            if (writer.BytesPending > FlushAt)
                await writer.FlushAsync(cancellation);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        await writer.FlushAsync(cancellation);
    }

    private static void WriteFeature(Utf8JsonWriter writer, LayerDefinition definition, Feature feature, Geometry? geometry)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Feature");
        writer.WriteNumber("id", feature.Id);
        writer.WriteStartObject("properties");
        for (var i = 0; i < definition.Properties.Count; i++)
            WriteValue(writer, definition.Properties[i].Name, feature.Values[i]);
        writer.WriteEndObject();
        writer.WritePropertyName("geometry");
        if (geometry is null)
            writer.WriteNullValue();
        else
            JsonSerializer.Serialize(writer, geometry, GeometryOptions);
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, string name, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNull(name);
                break;
            case long integer:
                writer.WriteNumber(name, integer);
                break;
            case double number:
                writer.WriteNumber(name, number);
                break;
            case bool flag:
                writer.WriteBoolean(name, flag);
                break;
            default:
                writer.WriteString(name, ExportText.Of(value));
                break;
        }
    }
}
