using System.Text.Encodings.Web;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Filters;

/// <summary>Writes expressions as CQL2-JSON, without space, members in the order of the standard's examples.</summary>
internal sealed class Cql2JsonWriter(Utf8JsonWriter json)
{
    /// <summary>Letters stay letters; what is written goes into keys and JSON bodies, not into HTML.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One expression with all in it.</summary>
    public void Write(FilterExpression expression)
    {
        switch (expression)
        {
            case Literal literal: WriteLiteral(literal.Value); break;
            case PropertyReference property: WriteMember("property", () => json.WriteStringValue(property.Name)); break;
            case BoxLiteral box: WriteMember("bbox", () => WriteNumbers(box.Values)); break;
            case GeometryLiteral geometry: WriteGeometry(geometry.Value); break;
            case IntervalExpression interval: WriteMember("interval", () => WriteArray([interval.Start, interval.End], WriteEnd)); break;
            case ArrayExpression array: WriteArray(array.Items, Write); break;
            case Operation operation: WriteOperation(operation); break;
            default: throw new ArgumentOutOfRangeException(nameof(expression), expression, "Not an expression of a filter.");
        }
    }

    private void WriteOperation(Operation operation)
    {
        json.WriteStartObject();
        json.WriteString("op", OperationRules.JsonName(operation.Operator));
        json.WritePropertyName("args");
        WriteArray(operation.Arguments, Write);
        json.WriteEndObject();
    }

    private void WriteLiteral(object value)
    {
        switch (value)
        {
            case string text: json.WriteStringValue(text); break;
            case bool truth: json.WriteBooleanValue(truth); break;
            case DateOnly: WriteMember("date", () => json.WriteStringValue(FilterInstants.Write(value))); break;
            case DateTime: WriteMember("timestamp", () => json.WriteStringValue(FilterInstants.Write(value))); break;
            default: json.WriteRawValue(FilterNumbers.Write(value)); break;
        }
    }

    private void WriteEnd(FilterExpression? end)
    {
        if (end is null)
            json.WriteStringValue(FilterInstants.Open);
        else if (end is Literal literal)
            json.WriteStringValue(FilterInstants.Write(literal.Value));
        else
            Write(end);
    }

    private void WriteGeometry(Geometry geometry)
    {
        json.WriteStartObject();
        json.WriteString("type", geometry.GeometryType);
        json.WritePropertyName(geometry.OgcGeometryType == OgcGeometryType.GeometryCollection ? "geometries" : "coordinates");
        WriteCoordinates(geometry);
        json.WriteEndObject();
    }

    private void WriteCoordinates(Geometry geometry)
    {
        switch (geometry)
        {
            case Point point: WritePosition(point.Coordinate); break;
            case LineString line: WriteArray(line.Coordinates, WritePosition); break;
            case Polygon polygon: WriteArray<Geometry>([polygon.ExteriorRing, .. polygon.InteriorRings], WriteCoordinates); break;
            case MultiPoint or MultiLineString or MultiPolygon: WriteArray(((GeometryCollection)geometry).Geometries, WriteCoordinates); break;
            default: WriteArray(((GeometryCollection)geometry).Geometries, WriteGeometry); break;
        }
    }

    private void WritePosition(Coordinate position) => WriteNumbers(FilterGeometry.Ordinates(position));

    private void WriteNumbers(IReadOnlyList<double> numbers) => WriteArray(numbers, number => json.WriteRawValue(FilterNumbers.WriteOrdinate(number)));

    private void WriteMember(string name, Action writeValue)
    {
        json.WriteStartObject();
        json.WritePropertyName(name);
        writeValue();
        json.WriteEndObject();
    }

    private void WriteArray<T>(IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray();
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }
}
