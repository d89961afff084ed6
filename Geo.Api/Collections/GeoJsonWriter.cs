using System.Globalization;
using System.Text.Json;
using Geo.Engine.Features;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace Geo.Api.Collections;

/// <summary>
/// Writes features as GeoJSON (RFC 7946): outer rings counter-clockwise, holes clockwise, heights kept, measures dropped, ordinates
/// rounded to 7 decimals of a degree (1 cm) and never in exponent form; NaN and infinity become null.
/// </summary>
internal static class GeoJsonWriter
{
    private const int Decimals = 7;

    /// <summary>One feature up to its properties; the caller closes the object and may add members before.</summary>
    public static void WriteFeatureStart(Utf8JsonWriter json, Feature feature, Geometry? geometry, IReadOnlyList<PropertyDefinition> properties)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        json.WriteNumber("id"u8, feature.Id);
        json.WritePropertyName("geometry"u8);
        WriteGeometry(json, geometry);
        json.WriteStartObject("properties"u8);
        for (var i = 0; i < properties.Count; i++)
        {
            json.WritePropertyName(properties[i].Name);
            WriteValue(json, feature.Values[i]);
        }
        json.WriteEndObject();
    }

    /// <summary>A geometry whose ordinates are longitude and latitude; null for none.</summary>
    public static void WriteGeometry(Utf8JsonWriter json, Geometry? geometry)
    {
        if (geometry is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("type"u8, geometry is LinearRing ? "LineString" : geometry.GeometryType);
        if (geometry is GeometryCollection and not (MultiPoint or MultiLineString or MultiPolygon))
        {
            json.WriteStartArray("geometries"u8);
            foreach (var part in ((GeometryCollection)geometry).Geometries)
                WriteGeometry(json, part);
            json.WriteEndArray();
        }
        else
        {
            json.WritePropertyName("coordinates"u8);
            WriteCoordinates(json, geometry);
        }
        json.WriteEndObject();
    }

    /// <summary>One ordinate in fixed notation without needless zeros.</summary>
    public static void WriteOrdinate(Utf8JsonWriter json, double ordinate)
    {
        Span<byte> text = stackalloc byte[32];
        if (!double.IsFinite(ordinate) || Math.Abs(ordinate) > 1e15)
        {
            json.WriteNullValue();
            return;
        }
        Math.Round(ordinate, Decimals).TryFormat(text, out var length, "F7", CultureInfo.InvariantCulture);
        var end = text[..length].TrimEnd((byte)'0').TrimEnd((byte)'.');
        json.WriteRawValue(end.SequenceEqual("-0"u8) ? "0"u8 : end, skipInputValidation: true);
    }

    /// <summary>A property value.</summary>
    public static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case long whole:
                json.WriteNumberValue(whole);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case double:
                json.WriteNullValue();
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            default:
                json.WriteStringValue(Text(value));
                break;
        }
    }

    /// <summary>A value as a text without culture: dates as RFC 3339.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "true" : "false",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static void WriteCoordinates(Utf8JsonWriter json, Geometry geometry)
    {
        switch (geometry)
        {
            case Point { IsEmpty: true }:
                WriteSequence(json, geometry.Factory.CoordinateSequenceFactory.Create(0, Ordinates.XY), backwards: false);
                break;
            case Point point:
                WritePosition(json, point.CoordinateSequence, 0);
                break;
            case LineString line:
                WriteSequence(json, line.CoordinateSequence, backwards: false);
                break;
            case Polygon polygon:
                WriteRings(json, polygon);
                break;
            default:
                json.WriteStartArray();
                foreach (var part in ((GeometryCollection)geometry).Geometries)
                    WriteCoordinates(json, part);
                json.WriteEndArray();
                break;
        }
    }

    private static void WriteRings(Utf8JsonWriter json, Polygon polygon)
    {
        json.WriteStartArray();
        if (!polygon.IsEmpty)
            WriteRing(json, polygon.Shell, counterClockwise: true);
        foreach (var hole in polygon.Holes)
            WriteRing(json, hole, counterClockwise: false);
        json.WriteEndArray();
    }

    private static void WriteRing(Utf8JsonWriter json, LinearRing ring, bool counterClockwise)
    {
        var area = Area.OfRingSigned(ring.CoordinateSequence);
        WriteSequence(json, ring.CoordinateSequence, backwards: counterClockwise ? area > 0 : area < 0);
    }

    private static void WriteSequence(Utf8JsonWriter json, CoordinateSequence positions, bool backwards)
    {
        json.WriteStartArray();
        for (var i = 0; i < positions.Count; i++)
            WritePosition(json, positions, backwards ? positions.Count - 1 - i : i);
        json.WriteEndArray();
    }

    private static void WritePosition(Utf8JsonWriter json, CoordinateSequence positions, int index)
    {
        json.WriteStartArray();
        WriteOrdinate(json, positions.GetX(index));
        WriteOrdinate(json, positions.GetY(index));
        if (positions.HasZ && double.IsFinite(positions.GetZ(index)))
            WriteOrdinate(json, positions.GetZ(index));
        json.WriteEndArray();
    }
}
