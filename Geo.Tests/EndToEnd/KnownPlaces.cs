using System.Text.Json;
using NetTopologySuite.Algorithm.Construct;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace Geo.Tests.EndToEnd;

/// <summary>Places whose class is known from the served zones, far from any border: read by another road than the map's.</summary>
internal static class KnownPlaces
{
    private const double ToleranceDegrees = 0.0005;

    /// <summary>The most inner point of the roundest zone of a class, with half the width of the zone there in degrees; null when the class has no zone.</summary>
    public static async Task<(double Longitude, double Latitude, double ClearanceDegrees)?> InAsync(Uri server, string theme, string suitabilityClass, CancellationToken cancellation)
    {
        var zones = await ZonesAsync(server, $"collections/zones-{theme}/items?f=json&limit=10000&class={suitabilityClass}", cancellation);
        var circle = zones
            .SelectMany(z => Enumerable.Range(0, z.NumGeometries).Select(z.GetGeometryN))
            .OrderByDescending(p => p.Area)
            .Take(5)
            .Select(p => MaximumInscribedCircle.GetRadiusLine(p, ToleranceDegrees))
            .MaxBy(line => line.Length);
        return circle is null ? null : (circle.StartPoint.X, circle.StartPoint.Y, circle.Length);
    }

    /// <summary>The colour of a class in the legend of its grid.</summary>
    public static async Task<string> ColourAsync(Uri server, string theme, string suitabilityClass, CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = server };
        using var grid = JsonDocument.Parse(await client.GetByteArrayAsync(new Uri($"grids/classes-{theme}?f=json", UriKind.Relative), cancellation));
        var code = Array.IndexOf(["S1", "S2", "S3", "N"], suitabilityClass) + 1;
        return grid.RootElement.GetProperty("legend").EnumerateArray().Single(e => e.GetProperty("from").GetDouble() == code).GetProperty("colour").GetString()!;
    }

    private static async Task<List<Geometry>> ZonesAsync(Uri server, string path, CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = server };
        var options = new JsonSerializerOptions { Converters = { new GeoJsonConverterFactory() } };
        using var page = JsonDocument.Parse(await client.GetByteArrayAsync(new Uri(path, UriKind.Relative), cancellation));
        return [.. page.RootElement.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("geometry").Deserialize<Geometry>(options)!)];
    }
}
