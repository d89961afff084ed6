using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Geo.Engine.Features;
using Geo.Engine.Formats;
using NetTopologySuite.Geometries;

namespace Geo.Api.Collections;

/// <summary>Writes single geometries and values as GeoJSON; <see cref="FeatureWriter"/> writes features.</summary>
internal static class GeoJsonWriter
{
    /// <summary>How dates are written: RFC 3339.</summary>
    public const string DateFormat = "yyyy-MM-dd";

    /// <summary>How moments in UTC are written: RFC 3339.</summary>
    public const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'";

    /// <summary>A geometry, x east and y north, whatever the order it is written in; null for none.</summary>
    public static void WriteGeometry(Utf8JsonWriter json, Geometry? geometry, PositionFormat format)
    {
        if (geometry is null)
        {
            json.WriteNullValue();
            return;
        }
        var wkb = new ArrayBufferWriter<byte>();
        CanonicalWkb.Write(geometry, wkb);
        using var text = new PooledBuffer(2 * wkb.WrittenCount);
        new GeoJsonGeometryWriter(format.IsNorthFirst, format.Decimals, text).Write(wkb.WrittenSpan);
        json.WriteRawValue(text.Written.Span, skipInputValidation: true);
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
        DateOnly date => date.ToString(DateFormat, CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString(MomentFormat, CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
