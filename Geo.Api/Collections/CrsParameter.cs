using Geo.Engine.Features;
using Geo.Engine.Geodesy;

namespace Geo.Api.Collections;

/// <summary>The parameters <c>crs</c> and <c>bbox-crs</c> (OGC API - Features Part 2): a system by the very address that the collections list.</summary>
internal static class CrsParameter
{
    /// <summary>Addresses of all systems; CRS84 first.</summary>
    public static IReadOnlyList<string> Uris { get; } = [.. CoordinateSystems.All.Select(s => s.Uri)];

    /// <summary>What is allowed, for people.</summary>
    public static BilingualText Allowed { get; } = new($"một trong {string.Join(", ", Uris)}", $"one of {string.Join(", ", Uris)}");

    /// <summary>The system; null when the text names none.</summary>
    public static CoordinateSystem? Parse(string text) => CoordinateSystems.All.FirstOrDefault(s => s.Uri == text);
}
