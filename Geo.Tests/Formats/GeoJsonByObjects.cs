using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace Geo.Tests.Formats;

/// <summary>GeoJSON geometry written from NetTopologySuite's objects and the framework's own formats: slow, simple, and what the transcoder must equal.</summary>
internal static class GeoJsonByObjects
{
    public static string Write(Geometry geometry, bool isNorthFirst, int decimals)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            WriteGeometry(json, geometry, isNorthFirst, decimals);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static string Ordinate(double ordinate, int decimals)
    {
        if (!double.IsFinite(ordinate) || Math.Abs(ordinate) > 1e15)
            return "null";
        var text = Math.Round(ordinate, decimals).ToString($"F{decimals}", CultureInfo.InvariantCulture);
        text = decimals == 0 ? text : text.TrimEnd('0').TrimEnd('.');
        return text == "-0" ? "0" : text;
    }

    private static void WriteGeometry(Utf8JsonWriter json, Geometry geometry, bool isNorthFirst, int decimals)
    {
        json.WriteStartObject();
        json.WriteString("type", geometry.GeometryType);
        if (geometry is GeometryCollection and not (MultiPoint or MultiLineString or MultiPolygon))
        {
            json.WriteStartArray("geometries");
            foreach (var part in ((GeometryCollection)geometry).Geometries)
                WriteGeometry(json, part, isNorthFirst, decimals);
            json.WriteEndArray();
        }
        else
        {
            json.WritePropertyName("coordinates");
            WriteCoordinates(json, geometry, isNorthFirst, decimals);
        }
        json.WriteEndObject();
    }

    private static void WriteCoordinates(Utf8JsonWriter json, Geometry geometry, bool isNorthFirst, int decimals)
    {
        if (geometry is Point { IsEmpty: false } point)
        {
            WritePosition(json, point.CoordinateSequence, 0, isNorthFirst, decimals);
            return;
        }
        json.WriteStartArray();
        switch (geometry)
        {
            case LineString line:
                WritePositions(json, line.CoordinateSequence, isNorthFirst, decimals);
                break;
            case Polygon polygon:
                foreach (var ring in polygon.IsEmpty ? polygon.Holes : polygon.Holes.Prepend(polygon.Shell))
                    WriteRing(json, ring, ring == polygon.Shell, isNorthFirst, decimals);
                break;
            case GeometryCollection collection:
                foreach (var part in collection.Geometries)
                    WriteCoordinates(json, part, isNorthFirst, decimals);
                break;
        }
        json.WriteEndArray();
    }

    private static void WriteRing(Utf8JsonWriter json, LinearRing ring, bool isShell, bool isNorthFirst, int decimals)
    {
        var area = Area.OfRingSigned(ring.CoordinateSequence);
        json.WriteStartArray();
        WritePositions(json, (isShell ? area > 0 : area < 0) ? ring.CoordinateSequence.Reversed() : ring.CoordinateSequence, isNorthFirst, decimals);
        json.WriteEndArray();
    }

    private static void WritePositions(Utf8JsonWriter json, CoordinateSequence positions, bool isNorthFirst, int decimals)
    {
        for (var i = 0; i < positions.Count; i++)
            WritePosition(json, positions, i, isNorthFirst, decimals);
    }

    private static void WritePosition(Utf8JsonWriter json, CoordinateSequence positions, int index, bool isNorthFirst, int decimals)
    {
        var (x, y) = (positions.GetX(index), positions.GetY(index));
        json.WriteStartArray();
        json.WriteRawValue(Ordinate(isNorthFirst ? y : x, decimals));
        json.WriteRawValue(Ordinate(isNorthFirst ? x : y, decimals));
        if (positions.HasZ && double.IsFinite(positions.GetZ(index)))
            json.WriteRawValue(Ordinate(positions.GetZ(index), decimals));
        json.WriteEndArray();
    }
}
