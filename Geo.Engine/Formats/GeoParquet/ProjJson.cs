using System.Text.Json;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Formats.GeoParquet;

/// <summary>Coordinate systems as PROJJSON. Source: PROJ 9.1 with EPSG dataset v10.076, as <c>gdalsrsinfo -o PROJJSON</c> writes them.</summary>
internal static class ProjJson
{
    private static readonly JsonDocument Systems = Read();

    /// <summary>Writes one of <see cref="CoordinateSystems.All"/> other than WGS 84 in degrees.</summary>
    public static void Write(Utf8JsonWriter json, CoordinateSystem system) =>
        Systems.RootElement.GetProperty(system.Srid.ToString(System.Globalization.CultureInfo.InvariantCulture)).WriteTo(json);

    private static JsonDocument Read()
    {
        using var stream = typeof(ProjJson).Assembly.GetManifestResourceStream("Geo.Engine.Formats.GeoParquet.systems.json")
            ?? throw new InvalidOperationException("systems.json was not embedded");
        return JsonDocument.Parse(stream);
    }
}
