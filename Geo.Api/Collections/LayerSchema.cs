using Geo.Engine.Features;

namespace Geo.Api.Collections;

/// <summary>One of the three schemas of a layer. All name the same columns; they differ in what one may do with them.</summary>
/// <param name="Name">Last segment of its path.</param>
/// <param name="Title">Name for people.</param>
internal sealed record LayerSchema(string Name, BilingualText Title)
{
    /// <summary>Name of the identifier among the properties.</summary>
    public const string Id = "id";

    /// <summary>Name of the geometry among the properties.</summary>
    public const string Geometry = "geometry";

    /// <summary>What features hold (OGC API - Common Part 3, returnables).</summary>
    public static LayerSchema Returnables { get; } = new("schema", new("Lược đồ các cột", "Schema of the columns"));

    /// <summary>What filters may name (OGC API - Features Part 3, queryables).</summary>
    public static LayerSchema Queryables { get; } = new("queryables", new("Các thuộc tính lọc được", "Properties to filter by"));

    /// <summary>What features may be sorted by (Common Part 3, sortables).</summary>
    public static LayerSchema Sortables { get; } = new("sortables", new("Các thuộc tính sắp xếp được", "Properties to sort by"));

    /// <summary>All three.</summary>
    public static IReadOnlyList<LayerSchema> All { get; } = [Returnables, Queryables, Sortables];

    /// <summary>The link relation that leads to it.</summary>
    public string Rel => $"http://www.opengis.net/def/rel/ogc/1.0/{Name}";

    /// <summary>Its path, percent-encoded.</summary>
    public string PathOf(string layerId) => $"{CollectionDescription.PathOf(layerId)}/{Name}";

    /// <summary>The properties it names, in display order. A layer's own column goes before our name for the identifier or the geometry.</summary>
    public IEnumerable<SchemaProperty> PropertiesOf(LayerDefinition layer)
    {
        if (this != Sortables && NameFor(layer, Id) is { } id)
            yield return new SchemaProperty.Identifier(id);
        if (this != Sortables && layer.GeometryKind != GeometryKind.None && NameFor(layer, Geometry, "geom") is { } geometry)
            yield return new SchemaProperty.Shape(geometry, layer.GeometryKind, RefersToGeoJson: this == Queryables);
        foreach (var property in layer.Properties)
            yield return new SchemaProperty.Column(property, RoleOf(layer, property.Name));
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

    // Filters find a column first, so a name that a column has taken cannot be offered there; the schema of what comes back must name all.
    private string? NameFor(LayerDefinition layer, params string[] names)
    {
        bool IsTaken(string name) => layer.Properties.Any(p => p.Name == name);
        var free = names.FirstOrDefault(n => !IsTaken(n));
        if (free is not null || this == Queryables)
            return free;
        var other = "_" + names[0];
        while (IsTaken(other))
            other = "_" + other;
        return other;
    }

    // Start and end of a period have one granularity (Common Part 3, primary-temporal-constraints); where they differ neither has a role.
    private static string? RoleOf(LayerDefinition layer, string name)
    {
        if (name != layer.TimeStartProperty && name != layer.TimeEndProperty)
            return null;
        if (layer.TimeEndProperty is null)
            return "primary-instant";
        var types = layer.Properties.Where(p => p.Name == layer.TimeStartProperty || p.Name == layer.TimeEndProperty).Select(p => p.Type).Distinct();
        return types.Count() > 1 ? null : name == layer.TimeStartProperty ? "primary-interval-start" : "primary-interval-end";
    }
}
