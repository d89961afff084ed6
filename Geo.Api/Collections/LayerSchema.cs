using System.Text.Encodings.Web;
using System.Text.Json;
using Geo.Api.Http;
using Geo.Engine.Features;

namespace Geo.Api.Collections;

/// <summary>The columns of a layer as JSON Schema, in the shape of OGC API - Common Part 3: titles in the request's language, units, order, roles.</summary>
internal static class LayerSchema
{
    /// <summary>Name of the identifier among the properties.</summary>
    public const string Id = "id";

    /// <summary>Name of the geometry among the properties.</summary>
    public const string Geometry = "geometry";

    public static byte[] Write(ApiRequest request, LayerDefinition layer)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            WriteDocument(json, request, layer);
        return stream.ToArray();
    }

    private static void WriteDocument(Utf8JsonWriter json, ApiRequest request, LayerDefinition layer)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.WriteString("$id", request.Addresses.To($"{CollectionDescription.PathOf(layer.Id)}/schema"));
        json.WriteString("type", "object");
        json.WriteString("title", layer.Title.For(request.Language));
        json.WriteString("description", layer.Description.For(request.Language));
        json.WriteStartObject("properties");
        WriteIdentifier(json);
        WriteGeometry(json, layer.GeometryKind);
        for (var i = 0; i < layer.Properties.Count; i++)
            WriteProperty(json, layer, layer.Properties[i], request.Language, order: i + 1);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteIdentifier(Utf8JsonWriter json)
    {
        json.WriteStartObject(Id);
        json.WriteString("type", "integer");
        json.WriteBoolean("readOnly", true);
        json.WriteString("x-ogc-role", "id");
        json.WriteNumber("x-ogc-propertySeq", 0);
        json.WriteEndObject();
    }

    private static void WriteGeometry(Utf8JsonWriter json, GeometryKind kind)
    {
        if (kind == GeometryKind.None)
            return;
        json.WriteStartObject(Geometry);
        json.WriteString("format", kind == GeometryKind.Geometry ? "geometry-any" : $"geometry-{kind.ToString().ToLowerInvariant()}");
        json.WriteString("x-ogc-role", "primary-geometry");
        json.WriteEndObject();
    }

    private static void WriteProperty(Utf8JsonWriter json, LayerDefinition layer, PropertyDefinition property, string language, int order)
    {
        json.WriteStartObject(property.Name);
        json.WriteString("type", TypeOf(property.Type));
        if (FormatOf(property.Type) is { } format)
            json.WriteString("format", format);
        if (property.Title is { } title)
            json.WriteString("title", title.For(language));
        if (property.Unit is { } unit)
            json.WriteString("x-ogc-unit", unit);
        if (RoleOf(layer, property.Name) is { } role)
            json.WriteString("x-ogc-role", role);
        json.WriteNumber("x-ogc-propertySeq", order);
        json.WriteEndObject();
    }

    /// <summary>The JSON type of a property.</summary>
    public static string TypeOf(PropertyType type) => type switch
    {
        PropertyType.Integer => "integer",
        PropertyType.Number => "number",
        PropertyType.Boolean => "boolean",
        _ => "string",
    };

    /// <summary>The format of a property that is written as a string; null for plain text and for all others.</summary>
    public static string? FormatOf(PropertyType type) => type switch
    {
        PropertyType.Date => "date",
        PropertyType.DateTime => "date-time",
        _ => null,
    };

    private static string? RoleOf(LayerDefinition layer, string name)
    {
        if (name == layer.TimeStartProperty)
            return layer.TimeEndProperty is null ? "primary-instant" : "primary-interval-start";
        return name == layer.TimeEndProperty ? "primary-interval-end" : null;
    }
}
