using System.Text.Json;
using Geo.Engine.Features;

namespace Geo.Engine.Formats.GeoJson;

/// <summary>Where the members of one feature, or of one bare geometry, stand in its bytes.</summary>
internal readonly record struct GeoJsonMembers(string Type, Range Geometry, Range Properties, JsonId Id)
{
    private static readonly Dictionary<string, GeometryKind> Kinds = new(StringComparer.Ordinal)
    {
        ["Point"] = GeometryKind.Point,
        ["MultiPoint"] = GeometryKind.MultiPoint,
        ["LineString"] = GeometryKind.LineString,
        ["MultiLineString"] = GeometryKind.MultiLineString,
        ["Polygon"] = GeometryKind.Polygon,
        ["MultiPolygon"] = GeometryKind.MultiPolygon,
        ["GeometryCollection"] = GeometryKind.Geometry,
    };

    /// <summary>The member is not there.</summary>
    public static Range Absent => new(0, 0);

    /// <summary>The kind a geometry's <c>type</c> names, or null.</summary>
    public static GeometryKind? KindOf(string type) => Kinds.TryGetValue(type, out var kind) ? kind : null;

    /// <summary>Finds the members.</summary>
    /// <exception cref="GeoJsonFault">It is neither a feature nor a geometry.</exception>
    public static GeoJsonMembers Find(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, JsonFile.ReaderOptions);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new GeoJsonFault("", 0, JsonWords.MustBe("một đối tượng địa lý (feature) là một đối tượng JSON", "a feature is an object", reader.TokenType));
        var found = new MemberRanges();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            found.Add(ref reader);
        return found.Judge(json.Length);
    }

    private ref struct MemberRanges
    {
        private string? _type;
        private Range? _geometry;
        private Range? _properties;
        private JsonId? _id;

        public void Add(ref Utf8JsonReader reader)
        {
            if (reader.ValueTextEquals("geometry"u8))
                _geometry = Once(_geometry is null, ref reader, "geometry");
            else if (reader.ValueTextEquals("properties"u8))
                _properties = Once(_properties is null, ref reader, "properties");
            else if (reader.ValueTextEquals("type"u8))
                AddType(ref reader);
            else if (reader.ValueTextEquals("id"u8))
                AddId(ref reader);
            else
                reader.Skip();
        }

        public readonly GeoJsonMembers Judge(int length)
        {
            if (_type is null)
                throw new GeoJsonFault("/type", 0, new("thiếu thành phần 'type'; nó là \"Feature\" hoặc tên một kiểu hình học", "the member 'type' is missing; it is \"Feature\" or the name of a geometry"));
            if (_type == "Feature")
                return new GeoJsonMembers(_type, _geometry ?? Absent, _properties ?? Absent, _id ?? default);
            if (KindOf(_type) is null)
                throw new GeoJsonFault("/type", 0, new(
                    $"type là \"{JsonWords.Shorten(_type)}\"; được biết: Feature, {string.Join(", ", Kinds.Keys)}",
                    $"the type is \"{JsonWords.Shorten(_type)}\"; known are Feature, {string.Join(", ", Kinds.Keys)}"));
            return new GeoJsonMembers(_type, new Range(0, length), Absent, default);
        }

        private static Range Once(bool first, ref Utf8JsonReader reader, string member)
        {
            var name = reader.TokenStartIndex;
            if (!first)
                throw new GeoJsonFault("/" + member, name, JsonWords.Twice(member));
            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            return new Range(start, (int)reader.BytesConsumed);
        }

        private void AddType(ref Utf8JsonReader reader)
        {
            if (_type is not null)
                throw new GeoJsonFault("/type", reader.TokenStartIndex, JsonWords.Twice("type"));
            reader.Read();
            if (reader.TokenType != JsonTokenType.String)
                throw new GeoJsonFault("/type", reader.TokenStartIndex, JsonWords.Instead(reader.TokenType, "một chuỗi", "a string"));
            _type = JsonStrings.Find(reader) ?? throw new GeoJsonFault("/type", reader.TokenStartIndex, JsonStrings.NotText);
        }

        private void AddId(ref Utf8JsonReader reader)
        {
            if (_id is not null)
                throw new GeoJsonFault("/id", reader.TokenStartIndex, JsonWords.Twice("id"));
            reader.Read();
            _id = reader.TokenType switch
            {
                JsonTokenType.Null => default(JsonId),
                JsonTokenType.String => new JsonId(null, JsonStrings.Find(reader) ?? throw new GeoJsonFault("/id", reader.TokenStartIndex, JsonStrings.NotText)),
                JsonTokenType.Number when reader.TryGetInt64(out var number) => new JsonId(number, null),
                JsonTokenType.Number => new JsonId(null, System.Text.Encoding.UTF8.GetString(reader.ValueSpan)),
                _ => throw new GeoJsonFault("/id", reader.TokenStartIndex, JsonWords.MustBe("id là một chuỗi hoặc một số", "an id is a string or a number", reader.TokenType)),
            };
        }
    }
}
