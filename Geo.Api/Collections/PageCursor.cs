using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Geo.Engine.Features;
using Geo.Engine.Formats;

namespace Geo.Api.Collections;

/// <summary>
/// Where the next page begins, or the one before ends: the last feature before the border by its sort values and id, sealed with the conditions it belongs to, so that a
/// cursor used with another query is refused instead of silently giving other rows. It survives inserts and deletes.
/// </summary>
/// <param name="Id">The last id.</param>
/// <param name="Values">Its values of the sort keys.</param>
/// <param name="IsUpTo">Whether the page ends with that feature, instead of beginning after it.</param>
internal sealed record PageCursor(long Id, IReadOnlyList<object?> Values, bool IsUpTo = false)
{
    private const int SealLength = 8;
    private const int UsualLength = 512;

    /// <summary>What stands before the values, so that a cursor of another version is refused.</summary>
    private const byte Version = 2;
    private const int BeforeValues = 2;

    /// <summary>What is allowed, for people.</summary>
    public static BilingualText Allowed { get; } = new(
        "giá trị lấy từ liên kết next hay prev của chính truy vấn này, không sửa đổi",
        "the value from the next or prev link of this very query, unchanged");

    /// <summary>The cursor as it stands in a link.</summary>
    /// <param name="conditions">Canonical text of the query without page size and format.</param>
    public string Write(string conditions)
    {
        using var place = new PooledBuffer(UsualLength);
        using (var json = new Utf8JsonWriter(place))
        {
            json.WriteStartArray();
            json.WriteNumberValue(Id);
            json.WriteBooleanValue(IsUpTo);
            foreach (var value in Values)
                WriteValue(json, value);
            json.WriteEndArray();
        }
        return Base64Url.EncodeToString([.. Seal(place.Written.Span, conditions), .. place.Written.Span]);
    }

    /// <summary>The place to go on after; null when the text is no cursor, or belongs to another query.</summary>
    /// <param name="text">The cursor.</param>
    /// <param name="conditions">As it was written with.</param>
    /// <param name="sorted">Types of the sort keys.</param>
    public static PageCursor? Parse(string text, string conditions, IReadOnlyList<PropertyType> sorted)
    {
        if (!Base64Url.IsValid(text))
            return null;
        var bytes = Base64Url.DecodeFromChars(text);
        // What is sealed was written here: from here on it can be trusted.
        if (bytes.Length <= SealLength || !Seal(bytes.AsSpan(SealLength), conditions).SequenceEqual(bytes.AsSpan(0, SealLength)))
            return null;
        using var place = JsonDocument.Parse(bytes.AsMemory(SealLength));
        var values = place.RootElement.EnumerateArray().Skip(BeforeValues).Select((value, i) => Read(value, sorted[i]));
        return new PageCursor(place.RootElement[0].GetInt64(), [.. values], place.RootElement[1].GetBoolean());
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null or double.NaN or double.PositiveInfinity or double.NegativeInfinity:
                json.WriteNullValue();
                break;
            case long whole:
                json.WriteNumberValue(whole);
                break;
            case double number:
                json.WriteNumberValue(number);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case DateOnly date:
                json.WriteNumberValue(date.DayNumber);
                break;
            case DateTime moment:
                json.WriteNumberValue(moment.Ticks);
                break;
            default:
                json.WriteStringValue((string)value);
                break;
        }
    }

    private static object? Read(JsonElement value, PropertyType type) => (type, value.ValueKind) switch
    {
        (_, JsonValueKind.Null) => null,
        (PropertyType.Integer, _) => value.GetInt64(),
        (PropertyType.Number, _) => value.GetDouble(),
        (PropertyType.Boolean, _) => value.GetBoolean(),
        (PropertyType.Date, _) => DateOnly.FromDayNumber(value.GetInt32()),
        (PropertyType.DateTime, _) => new DateTime(value.GetInt64(), DateTimeKind.Utc),
        _ => value.GetString(),
    };

    private static ReadOnlySpan<byte> Seal(ReadOnlySpan<byte> place, string conditions)
    {
        using var text = new PooledBuffer(UsualLength);
        text.Append(place);
        text.Append(Version);
        Encoding.UTF8.GetBytes(conditions, text);
        return SHA256.HashData(text.Written.Span).AsSpan(0, SealLength);
    }
}
