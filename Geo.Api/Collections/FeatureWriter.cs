using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Geo.Engine.Features;
using Geo.Engine.Formats;

namespace Geo.Api.Collections;

/// <summary>
/// Writes features as GeoJSON (RFC 7946), ordinates rounded and never in exponent form; NaN and infinity become null. In another system than CRS84, as
/// OGC API - Features Part 2 allows, the order of axes is that of its authority and rings turn as they do on the map. The bytes go straight to where they
/// are sent from: of all that a server does for a page, this is done most often.
/// </summary>
/// <param name="output">What of a layer goes out.</param>
/// <param name="target">Where to.</param>
internal sealed class FeatureWriter(FeatureOutput output, PooledBuffer target)
{
    private const int LongestValue = 64;
    private const int LongestEscape = 6; // \u00e9, of one byte

    private readonly GeoJsonGeometryWriter _geometryWriter = new(output.Positions.IsNorthFirst, output.Positions.Decimals, target);
    private readonly (byte[] Name, PropertyType Type, int Index)[] _properties = [.. output.Properties.Select((p, i) => (NameOf(p, isFirst: i == 0), p.Type, output.IndexOf(i)))];
    private readonly FeatureAsRow _row = new();

    // Letters of Vietnamese stay letters: the answer is UTF-8 and never part of a page.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private static readonly SearchValues<byte> MustBeEscaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(b => (byte)b), (byte)'"', (byte)'\\', 0x7F]);

    /// <summary>One feature.</summary>
    public void Write(FeatureRow row)
    {
        WriteMembers(row);
        target.Append((byte)'}');
    }

    /// <summary>One feature with members of its own kind.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="more">An object, not empty, whose members come behind those of GeoJSON.</param>
    public void Write(Feature feature, ReadOnlySpan<byte> more)
    {
        WriteMembers(_row.Take(feature));
        target.Append((byte)',');
        target.Append(more[1..]);
    }

    // With the comma before it.
    private static byte[] NameOf(PropertyDefinition property, bool isFirst) =>
        [.. isFirst ? ""u8 : ","u8, (byte)'"', .. JsonEncodedText.Encode(property.Name, Encoder).EncodedUtf8Bytes, (byte)'"', (byte)':'];

    private void WriteMembers(FeatureRow row)
    {
        target.Append("{\"type\":\"Feature\",\"id\":"u8);
        WriteWhole(row.Id);
        target.Append(",\"geometry\":"u8);
        WriteGeometry(output.WkbOf(row));
        target.Append(",\"properties\":{"u8);
        foreach (var (name, type, index) in _properties)
        {
            target.Append(name);
            WriteValue(row, type, index);
        }
        target.Append((byte)'}');
    }

    private void WriteGeometry(ReadOnlySpan<byte> wkb)
    {
        if (wkb.IsEmpty)
            target.Append("null"u8);
        else
            _geometryWriter.Write(wkb);
    }

    private void WriteValue(FeatureRow row, PropertyType type, int index)
    {
        if (row.IsNull(index))
        {
            target.Append("null"u8);
            return;
        }
        switch (type)
        {
            case PropertyType.Text:
                WriteText(row.Text(index));
                break;
            case PropertyType.Integer:
                WriteWhole(row.Whole(index));
                break;
            case PropertyType.Number:
                WriteNumber(row.Number(index));
                break;
            case PropertyType.Boolean:
                target.Append(row.Truth(index) ? "true"u8 : "false"u8);
                break;
            case PropertyType.Date:
                WriteDate(row.Day(index));
                break;
            default:
                WriteMoment(row.Moment(index));
                break;
        }
    }

    private void WriteText(ReadOnlySpan<byte> text)
    {
        var span = target.GetSpan((text.Length * LongestEscape) + 2);
        span[0] = (byte)'"';
        var length = text.Length;
        if (text.ContainsAny(MustBeEscaped))
            Encoder.EncodeUtf8(text, span[1..], out _, out length);
        else
            text.CopyTo(span[1..]);
        span[length + 1] = (byte)'"';
        target.Advance(length + 2);
    }

    private void WriteWhole(long whole)
    {
        Utf8Formatter.TryFormat(whole, target.GetSpan(LongestValue), out var length);
        target.Advance(length);
    }

    private void WriteNumber(double number)
    {
        if (!double.IsFinite(number))
        {
            target.Append("null"u8);
            return;
        }
        var text = target.GetSpan(LongestValue);
        var length = FixedDecimals.WriteExact(number, text);
        if (length == 0)
            number.TryFormat(text, out length, provider: CultureInfo.InvariantCulture);
        target.Advance(length);
    }

    private void WriteDate(DateOnly date)
    {
        var span = target.GetSpan(LongestValue);
        span[0] = (byte)'"';
        var (year, month, day) = date;
        WriteDigits(year / 100, span[1..]);
        WriteDigits(year % 100, span[3..]);
        span[5] = (byte)'-';
        WriteDigits(month, span[6..]);
        span[8] = (byte)'-';
        WriteDigits(day, span[9..]);
        span[11] = (byte)'"';
        target.Advance(12);
    }

    private static void WriteDigits(int number, Span<byte> digits)
    {
        digits[0] = (byte)('0' + number / 10);
        digits[1] = (byte)('0' + number % 10);
    }

    private void WriteMoment(DateTime moment)
    {
        var span = target.GetSpan(LongestValue);
        span[0] = (byte)'"';
        moment.TryFormat(span[1..], out var length, GeoJsonWriter.MomentFormat, CultureInfo.InvariantCulture);
        span[length + 1] = (byte)'"';
        target.Advance(length + 2);
    }
}
