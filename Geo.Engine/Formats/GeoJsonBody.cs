using System.Globalization;
using System.Text.Json;
using Geo.Engine.Features;
using Geo.Engine.Formats.GeoJson;
using Geo.Engine.Formats.Intake;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Formats;

/// <summary>
/// Reads features that a client sends for a layer as GeoJSON, strictly: nothing is guessed, mended or left out, since nobody would be told. Brackets and
/// numbers are judged before any geometry is made.
/// </summary>
/// <param name="layer">The layer they are for.</param>
/// <param name="system">The system and order of axes of the coordinates.</param>
public sealed class GeoJsonBody(LayerDefinition layer, CoordinateSystem system)
{
    private static readonly BilingualText NoGeometry = new("thiếu thành phần 'geometry'; không có hình học thì viết null", "the member 'geometry' is missing; null stands for none");
    private static readonly BilingualText NoProperties = new("thiếu thành phần 'properties'; không có thuộc tính thì viết {}", "the member 'properties' is missing; {} stands for none");
    private static readonly BilingualText UnknownMember = new("chỉ có thể sửa 'geometry' và 'properties'", "only 'geometry' and 'properties' can be changed");
    private static readonly BilingualText NotOneFeature = new("ở đây cần một Feature", "a Feature belongs here");

    private readonly SentGeometry geometries = new(layer, system);
    private readonly PropertyReader properties = new(layer.Properties, takesAnyText: false);

    /// <summary>Reads a Feature, or a FeatureCollection with all its features.</summary>
    public SentFeatures Read(ReadOnlySpan<byte> json)
    {
        try
        {
            Scan(json);
            return FindFeatures(json) is { } list ? ReadCollection(json, list) : new SentFeatures([ReadFeature(json)], null);
        }
        catch (GeoJsonFault fault)
        {
            return Refused(fault, "", 0);
        }
    }

    /// <summary>
    /// Reads a merge patch (RFC 7396) and applies it: properties that are named get the new value, or none by null; the geometry is replaced whole. The
    /// result is one feature.
    /// </summary>
    /// <param name="json">The patch.</param>
    /// <param name="current">The feature as it stands.</param>
    public SentFeatures ReadPatch(ReadOnlySpan<byte> json, Feature current)
    {
        try
        {
            Scan(json);
            return new SentFeatures([Patched(json, current)], null);
        }
        catch (GeoJsonFault fault)
        {
            return Refused(fault, "", 0);
        }
    }

    private static SentFeatures Refused(GeoJsonFault fault, string pointer, int offset) =>
        new([], new SentFault(pointer + fault.Pointer, offset + fault.Position, fault.Text, fault.IsUnfit));

    // Everything after this may take the text for JSON.
    private static void Scan(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, JsonFile.ReaderOptions);
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException fault)
        {
            throw new GeoJsonFault("", reader.BytesConsumed, JsonFile.Explain(fault));
        }
    }

    private static Range? FindFeatures(ReadOnlySpan<byte> json)
    {
        var (isCollection, list) = (false, (Range?)null);
        var reader = new Utf8JsonReader(json, JsonFile.ReaderOptions);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            return null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isType, isList) = (reader.ValueTextEquals("type"u8), reader.ValueTextEquals("features"u8));
            reader.Read();
            isCollection |= isType && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("FeatureCollection"u8);
            var (start, isArray) = ((int)reader.TokenStartIndex, reader.TokenType == JsonTokenType.StartArray);
            reader.Skip();
            if (isList && isArray)
                list = new Range(start, (int)reader.BytesConsumed);
        }
        return !isCollection ? null : list ?? throw new GeoJsonFault("/features", 0, new("thiếu mảng 'features'", "the array 'features' is missing"));
    }

    private SentFeatures ReadCollection(ReadOnlySpan<byte> json, Range list)
    {
        var features = new List<SentFeature>();
        var reader = new Utf8JsonReader(json[list], JsonFile.ReaderOptions);
        reader.Read();
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            var start = list.Start.Value + (int)reader.TokenStartIndex;
            reader.Skip();
            try
            {
                features.Add(ReadFeature(json[start..(list.Start.Value + (int)reader.BytesConsumed)]));
            }
            catch (GeoJsonFault fault)
            {
                return Refused(fault, string.Create(CultureInfo.InvariantCulture, $"/features/{i}"), start);
            }
        }
        return new SentFeatures(features, null) { IsCollection = true };
    }

    private SentFeature ReadFeature(ReadOnlySpan<byte> json)
    {
        var members = GeoJsonMembers.Find(json);
        if (members.Type != "Feature")
            throw new GeoJsonFault("/type", 0, NotOneFeature);
        if (members.Geometry.Equals(GeoJsonMembers.Absent))
            throw new GeoJsonFault("/geometry", 0, NoGeometry);
        if (members.Properties.Equals(GeoJsonMembers.Absent))
            throw new GeoJsonFault("/properties", 0, NoProperties);
        var geometry = geometries.Read(json[members.Geometry], members.Geometry.Start.Value);
        var values = properties.Read(json[members.Properties], members.Properties.Start.Value);
        return new SentFeature(members.Id.IsGiven ? members.Id.ToString() : null, geometry, values);
    }

    private SentFeature Patched(ReadOnlySpan<byte> json, Feature current)
    {
        var patched = new SentFeature(null, current.Geometry, current.Values);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(json, JsonFile.ReaderOptions);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new GeoJsonFault("", 0, JsonWords.MustBe("một bản vá là một đối tượng JSON", "a patch is an object", reader.TokenType));
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonStrings.Find(reader) ?? throw new GeoJsonFault("", reader.TokenStartIndex, JsonStrings.NotText);
            if (!seen.Add(name))
                throw new GeoJsonFault(JsonWords.Pointer("", name), reader.TokenStartIndex, JsonWords.Twice(name));
            reader.Read();
            var (start, token) = ((int)reader.TokenStartIndex, reader.TokenType);
            reader.Skip();
            patched = With(patched, name, token, json[start..(int)reader.BytesConsumed], start);
        }
        return patched;
    }

    private SentFeature With(SentFeature feature, string member, JsonTokenType token, ReadOnlySpan<byte> value, int start) => member switch
    {
        "geometry" => feature with { Geometry = geometries.Read(value, start) },
        "properties" when token == JsonTokenType.StartObject => feature with { Values = properties.Read(value, start, feature.Values) },
        "properties" => throw new GeoJsonFault("/properties", start, JsonWords.Instead(token, "một đối tượng JSON", "an object")),
        "id" => feature with { Id = IdOf(value) },
        "type" when value.SequenceEqual("\"Feature\""u8) => feature,
        "type" => throw new GeoJsonFault("/type", start, NotOneFeature),
        _ => throw new GeoJsonFault(JsonWords.Pointer("", member), start, UnknownMember),
    };

    private static string IdOf(ReadOnlySpan<byte> value)
    {
        var reader = new Utf8JsonReader(value, JsonFile.ReaderOptions);
        reader.Read();
        return (reader.TokenType == JsonTokenType.String ? JsonStrings.Find(reader) : null) ?? System.Text.Encoding.UTF8.GetString(value);
    }
}
