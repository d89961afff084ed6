namespace Geo.Engine.Features.Filtering;

/// <summary>What a name in a filter stands for: a property of the layer, the geometry, or the id.</summary>
/// <param name="Property">Index of the property; null for the geometry and the id.</param>
/// <param name="Type">Type of its values.</param>
public readonly record struct FilterName(int? Property, FilterType Type)
{
    private static readonly string[] GeometryNames = ["geometry", "geom"];
    private const string IdName = "id";

    /// <summary>
    /// Finds a name, case-sensitive: a property; else the geometry as <c>geometry</c> or <c>geom</c>; else the feature's id as <c>id</c>. Null when
    /// the layer has nothing of that name.
    /// </summary>
    public static FilterName? Find(LayerDefinition layer, string name)
    {
        for (var i = 0; i < layer.Properties.Count; i++)
        {
            if (layer.Properties[i].Name == name)
                return new(i, TypeOf(layer.Properties[i].Type));
        }
        if (layer.GeometryKind != GeometryKind.None && GeometryNames.Contains(name))
            return new(null, FilterType.Geometry);
        return name == IdName ? new(null, FilterType.Number) : null;
    }

    /// <summary>Every name that a filter on the layer may use, properties first.</summary>
    public static IEnumerable<string> AllOf(LayerDefinition layer) =>
        layer.Properties.Select(p => p.Name).Concat(GeometryNames.Take(layer.GeometryKind == GeometryKind.None ? 0 : 1)).Append(IdName).Distinct();

    private static FilterType TypeOf(PropertyType type) => type switch
    {
        PropertyType.Text => FilterType.Text,
        PropertyType.Integer or PropertyType.Number => FilterType.Number,
        PropertyType.Boolean => FilterType.Boolean,
        PropertyType.Date => FilterType.Date,
        _ => FilterType.DateTime,
    };
}
