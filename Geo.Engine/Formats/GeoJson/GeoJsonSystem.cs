using System.Text.Json;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Formats.GeoJson;

/// <summary>The <c>crs</c> member of GeoJSON 2008, which RFC 7946 dropped and many programs still write. Its positions are x, y whatever the authority says.</summary>
internal static class GeoJsonSystem
{
    /// <summary>The system, or what is wrong; both null where the member is null.</summary>
    public static (CoordinateSystem? System, string? Fault) Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, JsonFile.ReaderOptions);
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Null)
            return (null, null);
        if (Name(root) is not { } name)
            return (null, "names no coordinate system; known is {\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::9209\"}}");
        return Find(name) is { } system
            ? (system, null)
            : (null, $"names '{JsonWords.Shorten(name)}', which is not one of {string.Join(", ", CoordinateSystems.All.Select(s => s.Code))}");
    }

    /// <summary>The system of a URN, an OGC address or a code; EPSG:4326 is CRS84, since x comes first here.</summary>
    public static CoordinateSystem? Find(string name)
    {
        var parts = name.Split(':');
        var code = name.StartsWith("urn:ogc:def:crs:", StringComparison.OrdinalIgnoreCase) && parts.Length >= 6 ? $"{parts[4]}:{parts[^1]}" : name;
        var system = CoordinateSystems.Find(code == "OGC:84" ? "OGC:CRS84" : code);
        return system == CoordinateSystems.Wgs84 ? CoordinateSystems.Crs84 : system;
    }

    private static string? Name(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
            return null;
        if (properties.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String)
            return Text(name);
        return properties.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.Number ? $"EPSG:{code.GetRawText()}" : null;
    }

    private static string? Text(JsonElement name)
    {
        try
        {
            return name.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
