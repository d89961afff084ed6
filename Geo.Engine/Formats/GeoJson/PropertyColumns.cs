using System.Text.Json;
using Geo.Engine.Features;
using Geo.Engine.Formats.Intake;

namespace Geo.Engine.Formats.GeoJson;

/// <summary>Gathers the columns of a file from the properties of its features: names in order of first appearance, types by every value.</summary>
internal sealed class PropertyColumns
{
    /// <summary>Most columns a layer may have; PostgreSQL ends at 1,600 and SQLite at 2,000.</summary>
    public const int Most = 1000;

    private readonly List<(string Name, ColumnInference Inference)> _columns = [];
    private long _base;
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    /// <summary>The columns found.</summary>
    public IReadOnlyList<PropertyDefinition> Definitions => [.. _columns.Select(c => new PropertyDefinition(c.Name, c.Inference.Type))];

    /// <summary>Looks at the properties of one feature; the bytes are an object, null, or nothing, and begin at <paramref name="position"/> of the feature.</summary>
    public void See(ReadOnlySpan<byte> properties, long position)
    {
        _base = position;
        var reader = new Utf8JsonReader(properties, isFinalBlock: true, new JsonReaderState(JsonFile.ReaderOptions));
        if (properties.IsEmpty || !reader.Read() || reader.TokenType == JsonTokenType.Null)
            return;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new GeoJsonFault("/properties", _base + reader.TokenStartIndex, PropertyReader.NotProperties(reader.TokenType));
        for (var guess = 0; reader.Read() && reader.TokenType == JsonTokenType.PropertyName; guess++)
        {
            guess = Find(ref reader, guess);
            reader.Read();
            See(ref reader, _columns[guess]);
        }
    }

    private int Find(ref Utf8JsonReader reader, int guess)
    {
        var name = JsonStrings.Find(reader) ?? throw new GeoJsonFault("/properties", _base + reader.TokenStartIndex, JsonStrings.NotText);
        if (guess < _columns.Count && _columns[guess].Name == name)
            return guess;
        if (_index.TryGetValue(name, out var known))
            return known;
        if (_columns.Count == Most)
            throw new GeoJsonFault("/properties", _base + reader.TokenStartIndex, new($"các đối tượng có hơn {Most} thuộc tính khác nhau", $"the features have more than {Most} different properties"));
        _columns.Add((name, new ColumnInference()));
        _index[name] = _columns.Count - 1;
        return _columns.Count - 1;
    }

    private void See(ref Utf8JsonReader reader, (string Name, ColumnInference Inference) column)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                break;
            case JsonTokenType.True or JsonTokenType.False:
                column.Inference.SeeBoolean();
                break;
            case JsonTokenType.String:
                column.Inference.SeeText(JsonStrings.Find(reader) ?? throw Fault(reader, column.Name, JsonStrings.NotText));
                break;
            case JsonTokenType.Number when reader.TryGetInt64(out _):
                column.Inference.SeeInteger();
                break;
            case JsonTokenType.Number when reader.TryGetDouble(out var number) && double.IsFinite(number):
                column.Inference.SeeNumber();
                break;
            case JsonTokenType.Number:
                throw Fault(reader, column.Name, new("số không hữu hạn", "the number is not finite"));
            default:
                column.Inference.SeeOther();
                reader.Skip();
                break;
        }
    }

    private GeoJsonFault Fault(in Utf8JsonReader reader, string name, BilingualText message) =>
        new(JsonWords.Pointer("/properties", name), _base + reader.TokenStartIndex, message);
}
