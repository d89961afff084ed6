using System.Text;
using System.Text.Json;
using Geo.Engine.Features;
using Geo.Engine.Formats.Intake;

namespace Geo.Engine.Formats.GeoJson;

/// <summary>Reads the properties of a feature as values of known columns.</summary>
/// <param name="columns">Names and types; a value of another type, and a name that is not listed, is a fault.</param>
/// <param name="takesAnyText">Whether a column of texts takes numbers, truth values, objects and arrays in their spelling, as files need it.</param>
internal sealed class PropertyReader(IReadOnlyList<PropertyDefinition> columns, bool takesAnyText = true)
{
    private readonly Dictionary<string, int> _index = columns.Select((c, i) => (c.Name, i)).ToDictionary(c => c.Name, c => c.i, StringComparer.Ordinal);

    private long _base;

    /// <summary>That properties are something else.</summary>
    public static BilingualText NotProperties(JsonTokenType token) => JsonWords.MustBe("properties là một đối tượng JSON hoặc null", "properties are an object or null", token);

    /// <summary>The values in the order of the columns. The bytes begin at <paramref name="position"/> of the feature.</summary>
    /// <param name="properties">An object, null, or nothing.</param>
    /// <param name="position">Where they begin.</param>
    /// <param name="otherwise">The values of columns that are not named; null = none.</param>
    public object?[] Read(ReadOnlySpan<byte> properties, long position, IReadOnlyList<object?>? otherwise = null)
    {
        _base = position;
        object?[] values = otherwise is null ? new object?[columns.Count] : [.. otherwise];
        var reader = new Utf8JsonReader(properties, JsonFile.ReaderOptions);
        if (properties.IsEmpty || !reader.Read() || reader.TokenType == JsonTokenType.Null)
            return values;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new GeoJsonFault("/properties", _base + reader.TokenStartIndex, NotProperties(reader.TokenType));
        var seen = new bool[columns.Count];
        for (var guess = 0; reader.Read() && reader.TokenType == JsonTokenType.PropertyName; guess++)
        {
            guess = Find(ref reader, guess);
            if (seen[guess])
                throw Fault(reader, columns[guess], new("thuộc tính có hai lần", "the property is given twice"));
            seen[guess] = true;
            reader.Read();
            values[guess] = Value(ref reader, properties, columns[guess]);
        }

        return values;
    }

    private int Find(ref Utf8JsonReader reader, int guess)
    {
        var name = JsonStrings.Find(reader) ?? throw new GeoJsonFault("/properties", _base + reader.TokenStartIndex, JsonStrings.NotText);
        if (guess < columns.Count && columns[guess].Name == name)
            return guess;
        return _index.TryGetValue(name, out var known)
            ? known
            : throw new GeoJsonFault(JsonWords.Pointer("/properties", name), _base + reader.TokenStartIndex, new("lớp không có thuộc tính này", "the layer has no such property"));
    }

    private object? Value(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, PropertyDefinition column)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (column.Type == PropertyType.Text && (takesAnyText || reader.TokenType == JsonTokenType.String))
            return Text(ref reader, json, column);
        return Typed(ref reader, column)
            ?? throw Fault(reader, column, Wrong(reader.TokenType, column.Type));
    }

    private object? Typed(ref Utf8JsonReader reader, PropertyDefinition column) => (column.Type, reader.TokenType) switch
    {
        (PropertyType.Integer, JsonTokenType.Number) when reader.TryGetInt64(out var integer) => integer,
        (PropertyType.Number, JsonTokenType.Number) when reader.TryGetDouble(out var number) && double.IsFinite(number) => number,
        (PropertyType.Boolean, JsonTokenType.True or JsonTokenType.False) => reader.GetBoolean(),
        (PropertyType.Date, JsonTokenType.String) => IsoDates.Date(Checked(reader, column)),
        (PropertyType.DateTime, JsonTokenType.String) => IsoDates.Moment(Checked(reader, column)),
        _ => null,
    };

    // Numbers, true, false, objects and arrays keep the spelling of the file.
    private string Text(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, PropertyDefinition column)
    {
        if (reader.TokenType == JsonTokenType.String)
            return Checked(reader, column);
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        var raw = json[start..(int)reader.BytesConsumed];
        return System.Text.Unicode.Utf8.IsValid(raw)
            ? Encoding.UTF8.GetString(raw).Normalize(NormalizationForm.FormC)
            : throw Fault(reader, column, JsonStrings.NotText);
    }

    private string Checked(in Utf8JsonReader reader, PropertyDefinition column) =>
        JsonStrings.Find(reader) ?? throw Fault(reader, column, JsonStrings.NotText);

    private static BilingualText Wrong(JsonTokenType token, PropertyType type) =>
        new($"{JsonWords.Of(token).Vi} ở chỗ của {Words(type).Vi}", $"{JsonWords.Of(token).En} where {Words(type).En} belongs");

    private static BilingualText Words(PropertyType type) => type switch
    {
        PropertyType.Text => new("một chuỗi", "a string"),
        PropertyType.Integer => new("một số nguyên", "a whole number"),
        PropertyType.Number => new("một số hữu hạn", "a finite number"),
        PropertyType.Boolean => new("true hoặc false", "true or false"),
        PropertyType.Date => new("một ngày (YYYY-MM-DD)", "a date (YYYY-MM-DD)"),
        _ => new("một thời điểm (YYYY-MM-DDThh:mm:ssZ)", "a moment (YYYY-MM-DDThh:mm:ssZ)"),
    };

    private GeoJsonFault Fault(in Utf8JsonReader reader, PropertyDefinition column, BilingualText message) =>
        new(JsonWords.Pointer("/properties", column.Name), _base + reader.TokenStartIndex, message);
}
