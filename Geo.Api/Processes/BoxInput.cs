using System.Globalization;
using System.Text.Json;
using Geo.Api.Collections;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;

namespace Geo.Api.Processes;

/// <summary>A box as an input: the numbers in the order of axes of its system, as in the parameter <c>bbox</c>.</summary>
internal static class BoxInput
{
    public const string Crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    /// <summary>What is allowed, when the value is no box in a known system; null when it is one.</summary>
    public static BilingualText? Fault(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("bbox", out var box) || box.ValueKind != JsonValueKind.Array || box.EnumerateArray().Any(n => n.ValueKind != JsonValueKind.Number))
            return new("{\"bbox\": [bốn số], \"crs\": URI}", "{\"bbox\": [four numbers], \"crs\": URI}");
        if (System(value) is not { } system)
            return new(string.Join(", ", CrsParameter.Uris), string.Join(", ", CrsParameter.Uris));
        return Parse(box, system) is null ? BoxParameter.Allowed(system) : null;
    }

    /// <summary>A box that was judged, in longitude and latitude; of two beside the antimeridian the first.</summary>
    public static Extent Read(JsonElement value)
    {
        var system = System(value) ?? CoordinateSystems.Crs84;
        var box = Parse(value.GetProperty("bbox"), system)![0]; // it was judged
        return system.Srid == CoordinateSystems.Crs84.Srid ? box : Projection.Between(system, CoordinateSystems.Crs84).Transform(box);
    }

    private static CoordinateSystem? System(JsonElement value) => value.TryGetProperty("crs", out var crs)
        ? crs.ValueKind == JsonValueKind.String ? CrsParameter.Parse(crs.GetString() ?? "") : null
        : CoordinateSystems.Crs84;

    private static IReadOnlyList<Extent>? Parse(JsonElement box, CoordinateSystem system) =>
        BoxParameter.Parse(string.Join(',', box.EnumerateArray().Select(n => n.GetDouble().ToString("R", CultureInfo.InvariantCulture))), system);
}
