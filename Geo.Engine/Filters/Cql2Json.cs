using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Geo.Engine.Filters;

/// <summary>The JSON encoding of CQL2: <c>{"op": "=", "args": [{"property": "name"}, "Vĩnh Châu"]}</c>.</summary>
/// <remarks>
/// Source: OGC 21-065r2 clause 9 and its schema. Beyond it: operators in any case, moments with an offset, intervals open by an empty text.
/// Stricter: no unknown members, no collections within collections, no empty geometry.
/// </remarks>
public static class Cql2Json
{
    // Depth is judged expression by expression; the reader's own bound would only say it worse. Its stack is on the heap.
    private static readonly JsonReaderOptions Options = new() { MaxDepth = FilterLimits.LongestJson };

    /// <summary>Reads a filter.</summary>
    /// <param name="utf8">JSON in UTF-8, at most <see cref="FilterLimits.LongestJson"/> bytes.</param>
    /// <exception cref="FilterException">It is not JSON, not CQL2, or beyond <see cref="FilterLimits"/>; the place is a JSON pointer.</exception>
    public static FilterExpression Parse(ReadOnlySpan<byte> utf8)
    {
        CheckLength(utf8);
        if (!Utf8.IsValid(utf8))
            throw new FilterException(FilterPlace.At(""), "Bộ lọc không phải văn bản UTF-8.", "The filter is not UTF-8 text.");
        return Parse(ReadJson(utf8));
    }

    /// <summary>Reads a filter that lies within other JSON; pointers begin at it.</summary>
    /// <exception cref="FilterException">It is not CQL2, or beyond <see cref="FilterLimits"/>; the place is a JSON pointer.</exception>
    public static FilterExpression Parse(JsonElement json)
    {
        CheckLength(JsonMarshal.GetRawUtf8Value(json));
        return FilterLimits.Checked(Cql2JsonReader.Read(json));
    }

    /// <summary>Writes a filter: equal trees give equal JSON, whatever they were read from. Doubles read back as the same; letters are not escaped.</summary>
    public static string Write(FilterExpression filter)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Cql2JsonWriter.Options))
            new Cql2JsonWriter(json).Write(filter);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void CheckLength(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > FilterLimits.LongestJson)
            throw FilterLimits.TooLong(FilterPlace.At(""), utf8.Length, FilterLimits.LongestJson, "byte", "bytes");
    }

    private static JsonElement ReadJson(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8, Options);
            var json = JsonElement.ParseValue(ref reader);
            return reader.Read() ? throw new JsonException() : json;
        }
        catch (JsonException fault)
        {
            throw NotJson(fault);
        }
    }

    private static FilterException NotJson(JsonException fault)
    {
        var (line, column) = (fault.LineNumber + 1 ?? 1, fault.BytePositionInLine + 1 ?? 1);
        return new(
            FilterPlace.At(""),
            string.Create(CultureInfo.InvariantCulture, $"Bộ lọc không phải JSON: lỗi ở dòng {line}, byte {column}."),
            string.Create(CultureInfo.InvariantCulture, $"The filter is not JSON: fault in line {line}, byte {column}."));
    }
}
