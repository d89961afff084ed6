using System.Text.Json;

namespace Geo.Engine.Formats.GeoJson;

/// <summary>The type of a geometry object and where its coordinates, or the members of a collection, stand.</summary>
internal readonly record struct GeometryParts(string Type, Range Content)
{
    /// <summary>Finds them; the members may come in any order.</summary>
    /// <exception cref="GeoJsonFault">The object is not a geometry.</exception>
    public static GeometryParts Find(ReadOnlySpan<byte> json, long position, string pointer)
    {
        var reader = new Utf8JsonReader(json, JsonFile.ReaderOptions);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new GeoJsonFault(pointer, position, JsonWords.MustBe("một hình học là một đối tượng JSON", "a geometry is an object", reader.TokenType));
        string? type = null;
        Range? coordinates = null, geometries = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
                type = ReadType(ref reader, type, position, pointer);
            else if (reader.ValueTextEquals("coordinates"u8))
                coordinates = ReadArray(ref reader, coordinates, position, pointer + "/coordinates");
            else if (reader.ValueTextEquals("geometries"u8))
                geometries = ReadArray(ref reader, geometries, position, pointer + "/geometries");
            else
                reader.Skip();
        }

        if (type is null || GeoJsonMembers.KindOf(type) is null)
            throw new GeoJsonFault(pointer + "/type", position, type is null
                ? new("hình học không có 'type'", "the geometry has no 'type'")
                : new($"không có kiểu hình học \"{JsonWords.Shorten(type)}\"", $"there is no geometry type \"{JsonWords.Shorten(type)}\""));
        var (name, content) = type == "GeometryCollection" ? ("geometries", geometries) : ("coordinates", coordinates);
        return new GeometryParts(type, content ?? throw new GeoJsonFault($"{pointer}/{name}", position, new($"{type} không có '{name}'", $"the {type} has no '{name}'")));
    }

    private static string ReadType(ref Utf8JsonReader reader, string? earlier, long position, string pointer)
    {
        reader.Read();
        if (earlier is not null)
            throw new GeoJsonFault(pointer + "/type", position + reader.TokenStartIndex, JsonWords.Twice("type"));
        if (reader.TokenType != JsonTokenType.String)
            throw new GeoJsonFault(pointer + "/type", position + reader.TokenStartIndex, JsonWords.Instead(reader.TokenType, "một chuỗi", "a string"));
        return JsonStrings.Find(reader) ?? throw new GeoJsonFault(pointer + "/type", position + reader.TokenStartIndex, JsonStrings.NotText);
    }

    private static Range ReadArray(ref Utf8JsonReader reader, Range? earlier, long position, string pointer)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        if (earlier is not null)
            throw new GeoJsonFault(pointer, position + start, JsonWords.Twice(pointer[(pointer.LastIndexOf('/') + 1)..]));
        if (reader.TokenType != JsonTokenType.StartArray)
            throw new GeoJsonFault(pointer, position + start, JsonWords.Instead(reader.TokenType, "một mảng", "an array"));
        reader.Skip();
        return new Range(start, (int)reader.BytesConsumed);
    }
}
