using Geo.Engine.Radio.Paths;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Radio.Paths;

/// <summary>A profile out of the published tables.</summary>
internal sealed record ReferencePath(double[] Distances, double[] Terrain, double[] Clutter, PathZone[] Zones)
{
    public PathProfile Profile => new(Distances, Terrain, Clutter, Zones);

    /// <summary>A profile as the examples of P.1812 list it.</summary>
    public static ReferencePath OfPointToArea(string name) =>
        Read("p1812", "profiles", name, "clutter_height_m", "zone_1sea_3coastal_4inland", sea: 1, coastal: 3);

    /// <summary>A profile as the examples of P.452 list it.</summary>
    public static ReferencePath OfInterference(string name) =>
        Read("p452", "profiles", name, "ground_cover_m", "zone_1coastal_2inland_3sea", sea: 3, coastal: 1);

    /// <summary>A profile as the examples of P.526 list it: ground alone.</summary>
    public static ReferencePath OfDiffraction(string name)
    {
        var rows = ReferenceRow.Of("reference", "radio", "p526", name);
        return new([.. rows.Select(r => r.Number("d_km"))], [.. rows.Select(r => r.Number("h_m_amsl"))], [], []);
    }

    private static ReferencePath Read(string set, string folder, string name, string clutter, string zone, int sea, int coastal)
    {
        var rows = ReferenceRow.Of("reference", "radio", set, folder, name);
        return new(
            [.. rows.Select(r => r.Number("d_km"))],
            [.. rows.Select(r => r.Number("h_m_amsl"))],
            [.. rows.Select(r => r.Number(clutter))],
            [.. rows.Select(r => (int)r.Number(zone)).Select(code => code == sea ? PathZone.Sea : code == coastal ? PathZone.Coastal : PathZone.Inland)]);
    }
}
