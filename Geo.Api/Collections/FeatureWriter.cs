using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Geo.Engine.Features;
using Geo.Engine.Formats;

namespace Geo.Api.Collections;

/// <summary>
/// Writes features as GeoJSON (RFC 7946), ordinates rounded and never in exponent form; NaN and infinity become null. In another system than CRS84, as
/// OGC API - Features Part 2 allows, the order of axes is that of its authority and rings turn as they do on the map.
/// </summary>
internal sealed class FeatureWriter
{
    private const int LongestValue = 64;

    private readonly Utf8JsonWriter _json;
    private readonly FeatureOutput _output;
    private readonly ArrayBufferWriter<byte> _geometry = new(4096);
    private readonly GeoJsonGeometryWriter _geometryWriter;
    private readonly JsonEncodedText[] _names;
    private readonly FeatureAsRow _row = new();

    /// <summary>For features of one answer.</summary>
    public FeatureWriter(Utf8JsonWriter json, FeatureOutput output)
    {
        _json = json;
        _output = output;
        _geometryWriter = new GeoJsonGeometryWriter(output.Positions.IsNorthFirst, output.Positions.Decimals, _geometry);
        _names = [.. output.Properties.Select(p => JsonEncodedText.Encode(p.Name, json.Options.Encoder))];
    }

    /// <summary>The same for a feature.</summary>
    public void WriteStart(Feature feature) => WriteStart(_row.Take(feature));

    /// <summary>One feature up to its properties; the caller closes the object and may add members before.</summary>
    public void WriteStart(FeatureRow row)
    {
        _json.WriteStartObject();
        _json.WriteString("type"u8, "Feature"u8);
        _json.WriteNumber("id"u8, row.Id);
        _json.WritePropertyName("geometry"u8);
        WriteGeometry(_output.WkbOf(row));
        _json.WriteStartObject("properties"u8);
        for (var i = 0; i < _names.Length; i++)
        {
            _json.WritePropertyName(_names[i]);
            WriteValue(row, i);
        }
        _json.WriteEndObject();
    }

    private void WriteGeometry(ReadOnlySpan<byte> wkb)
    {
        if (wkb.IsEmpty)
        {
            _json.WriteNullValue();
            return;
        }
        _geometry.ResetWrittenCount();
        _geometryWriter.Write(wkb);
        _json.WriteRawValue(_geometry.WrittenSpan, skipInputValidation: true);
    }

    private void WriteValue(FeatureRow row, int property)
    {
        var index = _output.IndexOf(property);
        if (row.IsNull(index))
        {
            _json.WriteNullValue();
            return;
        }
        switch (_output.Properties[property].Type)
        {
            case PropertyType.Text:
                _json.WriteStringValue(row.Text(index));
                break;
            case PropertyType.Integer:
                _json.WriteNumberValue(row.Whole(index));
                break;
            case PropertyType.Number:
                WriteNumber(row.Number(index));
                break;
            case PropertyType.Boolean:
                _json.WriteBooleanValue(row.Truth(index));
                break;
            case PropertyType.Date:
                WriteDate(row.Day(index));
                break;
            default:
                WriteMoment(row.Moment(index));
                break;
        }
    }

    private void WriteNumber(double number)
    {
        if (double.IsFinite(number))
            _json.WriteNumberValue(number);
        else
            _json.WriteNullValue();
    }

    private void WriteDate(DateOnly date)
    {
        Span<byte> text = stackalloc byte[LongestValue];
        date.TryFormat(text, out var length, GeoJsonWriter.DateFormat, CultureInfo.InvariantCulture);
        _json.WriteStringValue(text[..length]);
    }

    private void WriteMoment(DateTime moment)
    {
        Span<byte> text = stackalloc byte[LongestValue];
        moment.TryFormat(text, out var length, GeoJsonWriter.MomentFormat, CultureInfo.InvariantCulture);
        _json.WriteStringValue(text[..length]);
    }
}
