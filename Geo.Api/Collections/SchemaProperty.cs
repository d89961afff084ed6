using System.Text.Json;
using Geo.Engine.Features;

namespace Geo.Api.Collections;

/// <summary>A property as a schema of OGC API - Common Part 3 describes it.</summary>
/// <param name="Name">Its name.</param>
internal abstract record SchemaProperty(string Name)
{
    private SchemaProperty(string name, BilingualText? title) : this(name) => Title = title;

    /// <summary>What people read; null when only the name is known.</summary>
    public BilingualText? Title { get; }

    /// <summary>Type and format for people.</summary>
    public abstract string Kind { get; }

    /// <summary>UCUM unit; null where it has none.</summary>
    public virtual string? Unit => null;

    /// <summary>What it is in its feature; null for a property like any other.</summary>
    public abstract string? Role { get; }

    /// <summary>Writes its members.</summary>
    protected abstract void WriteType(Utf8JsonWriter json);

    /// <summary>Writes it as a member of <c>properties</c>.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="language">Language of its title.</param>
    /// <param name="order">Its place among the others.</param>
    public void Write(Utf8JsonWriter json, string language, int order)
    {
        json.WriteStartObject(Name);
        WriteType(json);
        if (Title is { } title)
            json.WriteString("title"u8, title.For(language));
        if (Unit is { } unit)
            WriteUnit(json, unit);
        if (Role is { } role)
            json.WriteString("x-ogc-role"u8, role);
        json.WriteNumber("x-ogc-propertySeq"u8, order);
        json.WriteEndObject();
    }

    // UCUM has no decibel of a milliwatt.
    private static void WriteUnit(Utf8JsonWriter json, string unit)
    {
        json.WriteString("x-ogc-unit"u8, unit == "dBm" ? "http://qudt.org/vocab/unit/DeciB_M" : unit);
        if (unit == "dBm")
            json.WriteString("x-ogc-unitLang"u8, "QUDT"u8);
    }

    /// <summary>The identifier.</summary>
    internal sealed record Identifier(string Name) : SchemaProperty(Name, new BilingualText("Mã đối tượng", "Identifier"))
    {
        public override string Kind => "integer";

        public override string Role => "id";

        protected override void WriteType(Utf8JsonWriter json)
        {
            json.WriteString("type"u8, "integer"u8);
            json.WriteBoolean("readOnly"u8, true);
        }
    }

    /// <summary>The geometry. Clients know it by its format and, among the queryables, QGIS by nothing but the reference.</summary>
    internal sealed record Shape(string Name, GeometryKind Geometry, bool RefersToGeoJson) : SchemaProperty(Name, new BilingualText("Hình học", "Geometry"))
    {
        public override string Kind => Geometry == GeometryKind.Geometry ? "geometry-any" : $"geometry-{Geometry.ToString().ToLowerInvariant()}";

        public override string Role => "primary-geometry";

        protected override void WriteType(Utf8JsonWriter json)
        {
            json.WriteString("format"u8, Kind);
            if (RefersToGeoJson)
                json.WriteString("$ref"u8, $"https://geojson.org/schema/{Geometry}.json");
        }
    }

    /// <summary>A column.</summary>
    internal sealed record Column(PropertyDefinition Property, string? RoleOrNull) : SchemaProperty(Property.Name, Property.Title)
    {
        public override string Kind => $"{LayerSchema.TypeOf(Property.Type)} {LayerSchema.FormatOf(Property.Type)}".TrimEnd();

        public override string? Unit => Property.Type is PropertyType.Integer or PropertyType.Number ? Property.Unit : null;

        public override string? Role => RoleOrNull;

        protected override void WriteType(Utf8JsonWriter json)
        {
            json.WriteString("type"u8, LayerSchema.TypeOf(Property.Type));
            if (LayerSchema.FormatOf(Property.Type) is { } format)
                json.WriteString("format"u8, format);
        }
    }
}
