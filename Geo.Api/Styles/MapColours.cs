using System.Text.Json.Nodes;

namespace Geo.Api.Styles;

/// <summary>The colours of the map, from the file that the map itself is built with.</summary>
internal static class MapColours
{
    private static readonly JsonNode File = Read();

    /// <summary>Colour of the suitability classes S1, S2, S3 and N, in this order.</summary>
    public static IReadOnlyList<(string Class, string Colour)> Classes { get; } = [.. File["classes"]!.AsObject().Select(c => (c.Key, (string)c.Value!))]; // a file of ours, whole

    /// <summary>A colour by its name in the palette.</summary>
    public static string Of(string name) => (string)File["map"]![name]!; // as above

    /// <summary>The main colour of a layer: its own where it is a bundled one.</summary>
    public static string OfLayer(string layerId) => Of((string?)File["layers"]![layerId] ?? "other"); // as above

    private static JsonNode Read()
    {
        using var stream = typeof(MapColours).Assembly.GetManifestResourceStream("palette.json") ?? throw new InvalidOperationException("palette.json was not embedded");
        return JsonNode.Parse(stream)!; // as above
    }
}
