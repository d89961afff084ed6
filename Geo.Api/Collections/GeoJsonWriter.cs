using System.Globalization;
using System.Text.Json;
using Geo.Engine.Features;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace Geo.Api.Collections;

/// <summary>
/// Writes features as GeoJSON (RFC 7946): outer rings counter-clockwise, holes clockwise, heights kept, measures dropped, ordinates
/// rounded and never in exponent form; NaN and infinity become null. In another system than CRS84, as OGC API - Features Part 2 allows, the
/// order of axes is that of its authority and rings turn as they do on the map.
/// </summary>
internal static class GeoJsonWriter
{
    /// <summary>One feature up to its properties; the caller closes the object and may add members before.</summary>
    public static void WriteFeatureStart(Utf8JsonWriter json, Feature feature, FeatureOutput output)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        json.WriteNumber("id"u8, feature.Id);
        json.WritePropertyName("geometry"u8);
        WriteGeometry(json, output.GeometryOf(feature), output.Positions);
        json.WriteStartObject("properties"u8);
        for (var i = 0; i < output.Properties.Count; i++)
        {
            json.WritePropertyName(output.Properties[i].Name);
            WriteValue(json, output.ValueOf(feature, i));
        }
        json.WriteEndObject();
    }

    /// <summary>A geometry, x east and y north, whatever the order it is written in; null for none.</summary>
    public static void WriteGeometry(Utf8JsonWriter json, Geometry? geometry, PositionFormat format)
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
                WriteGeometry(json, part, format);
            json.WriteEndArray();
        }
        else
        {
            json.WritePropertyName("coordinates"u8);
            WriteCoordinates(json, geometry, format);
        }
        json.WriteEndObject();
    }

    /// <summary>One ordinate in fixed notation without needless zeros.</summary>
    public static void WriteOrdinate(Utf8JsonWriter json, double ordinate, int decimals)
    {
        Span<byte> text = stackalloc byte[32];
        if (!double.IsFinite(ordinate) || Math.Abs(ordinate) > 1e15)
        {
            json.WriteNullValue();
            return;
        }
        Math.Round(ordinate, decimals).TryFormat(text, out var length, decimals == 3 ? "F3" : "F7", CultureInfo.InvariantCulture);
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

    private static void WriteCoordinates(Utf8JsonWriter json, Geometry geometry, PositionFormat format)
    {
        switch (geometry)
        {
            case Point { IsEmpty: true }:
                WriteSequence(json, geometry.Factory.CoordinateSequenceFactory.Create(0, Ordinates.XY), format, backwards: false);
                break;
            case Point point:
                WritePosition(json, point.CoordinateSequence, 0, format);
                break;
            case LineString line:
                WriteSequence(json, line.CoordinateSequence, format, backwards: false);
                break;
            case Polygon polygon:
                WriteRings(json, polygon, format);
                break;
            default:
                json.WriteStartArray();
                foreach (var part in ((GeometryCollection)geometry).Geometries)
                    WriteCoordinates(json, part, format);
                json.WriteEndArray();
                break;
        }
    }

    private static void WriteRings(Utf8JsonWriter json, Polygon polygon, PositionFormat format)
    {
        json.WriteStartArray();
        if (!polygon.IsEmpty)
            WriteRing(json, polygon.Shell, format, counterClockwise: true);
        foreach (var hole in polygon.Holes)
            WriteRing(json, hole, format, counterClockwise: false);
        json.WriteEndArray();
    }

    private static void WriteRing(Utf8JsonWriter json, LinearRing ring, PositionFormat format, bool counterClockwise)
    {
        var area = Area.OfRingSigned(ring.CoordinateSequence);
        WriteSequence(json, ring.CoordinateSequence, format, backwards: counterClockwise ? area > 0 : area < 0);
    }

    private static void WriteSequence(Utf8JsonWriter json, CoordinateSequence positions, PositionFormat format, bool backwards)
    {
        json.WriteStartArray();
        for (var i = 0; i < positions.Count; i++)
            WritePosition(json, positions, backwards ? positions.Count - 1 - i : i, format);
        json.WriteEndArray();
    }

    private static void WritePosition(Utf8JsonWriter json, CoordinateSequence positions, int index, PositionFormat format)
    {
        json.WriteStartArray();
        var (x, y) = (positions.GetX(index), positions.GetY(index));
        WriteOrdinate(json, format.IsNorthFirst ? y : x, format.Decimals);
        WriteOrdinate(json, format.IsNorthFirst ? x : y, format.Decimals);
        if (positions.HasZ && double.IsFinite(positions.GetZ(index)))
            WriteOrdinate(json, positions.GetZ(index), format.Decimals);
        json.WriteEndArray();
    }
}
