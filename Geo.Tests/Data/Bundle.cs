using System.Text.Json;
using Geo.Engine.Geodesy;
using Geo.Tests.Fixtures;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace Geo.Tests.Data;

/// <summary>The bundled files, read plainly: text, JSON and what GDAL says of them.</summary>
internal static class Bundle
{
    private static readonly JsonSerializerOptions Options = new() { Converters = { new GeoJsonConverterFactory() } };

    /// <summary>Degrees to metres of the study frame.</summary>
    public static Projection ToGrid { get; } = Projection.Between(CoordinateSystems.Crs84, CoordinateSystems.Vn2000Tm3Zone10530);

    /// <summary>Paths of the vector layers.</summary>
    public static IEnumerable<string> VectorFiles => Directory.EnumerateFiles(Path.Combine(Repository.Data, "layers")).Order(StringComparer.Ordinal);

    /// <summary>Paths of the grids.</summary>
    public static IEnumerable<string> GridFiles => Directory.EnumerateFiles(Path.Combine(Repository.Data, "grids")).Order(StringComparer.Ordinal);

    /// <summary>Path of a vector layer.</summary>
    public static string Vector(string layer) => Path.Combine(Repository.Data, "layers", layer + ".geojson");

    /// <summary>Path of a grid.</summary>
    public static string Grid(string layer) => Path.Combine(Repository.Data, "grids", layer + ".tif");

    /// <summary>The features of a layer: properties and geometry in metres.</summary>
    public static IReadOnlyList<(JsonElement Properties, Geometry Shape)> Features(string layer)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Vector(layer)));
        return [.. document.RootElement.GetProperty("features").EnumerateArray().Select(f =>
            (f.GetProperty("properties").Clone(), ToGrid.Transform(f.GetProperty("geometry").Deserialize<Geometry>(Options)!)))]; // bundled layers have shapes
    }

    /// <summary>One geometry for the whole layer, in metres.</summary>
    public static Geometry Union(params string[] layers) =>
        NetTopologySuite.Operation.Union.UnaryUnionOp.Union(layers.SelectMany(Features).Select(f => f.Shape).ToList());
}
