using System.Globalization;
using System.Text.Json;

namespace Geo.Tests.Api;

/// <summary>Features in GeoJSON as comparable texts, whatever program wrote them.</summary>
internal static class GdalFeature
{
    /// <summary>Type and coordinates; an empty geometry and none are the same, since GDAL writes either.</summary>
    public static string Shape(JsonElement geometry)
    {
        if (geometry.ValueKind == JsonValueKind.Null)
            return "none";
        if (geometry.TryGetProperty("geometries", out var parts))
            return $"collection {string.Join(" + ", parts.EnumerateArray().Select(Shape))}";
        var ordinates = string.Join(' ', Numbers(geometry.GetProperty("coordinates")).Select(n => Math.Round(n, 7).ToString(CultureInfo.InvariantCulture)));
        return ordinates.Length == 0 ? "none" : $"{geometry.GetProperty("type").GetString()} {ordinates}";
    }

    /// <summary>A property as text: integers in full, dates by their digits, an empty text and none the same, as CSV knows one only; no guard against formulas.</summary>
    public static string Plain(JsonElement feature, string name)
    {
        if (!feature.GetProperty("properties").TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return "";
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetRawText();
        if (value.ValueKind == JsonValueKind.Number)
            return value.TryGetInt64(out var whole) ? whole.ToString(CultureInfo.InvariantCulture) : value.GetDouble().ToString("G15", CultureInfo.InvariantCulture);
        var text = value.GetString() ?? "";
        if (name is "since" or "seen")
            return string.Concat(text.Split('+')[0].Where(char.IsAsciiDigit)).TrimEnd('0');
        return text.TrimStart('\'').Replace("\r", "", StringComparison.Ordinal);
    }

    private static IEnumerable<double> Numbers(JsonElement element) => element.ValueKind == JsonValueKind.Array
        ? element.EnumerateArray().SelectMany(Numbers)
        : [element.GetDouble()];
}
