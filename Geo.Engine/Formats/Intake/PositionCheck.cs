using System.Globalization;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Formats.Intake;

/// <summary>
/// Judges where positions lie, before anything is computed with them. Refused: degrees beyond ±180 and ±90 (metres labelled as degrees), metres
/// too small or too large for the system (degrees labelled as metres), and latitude and longitude that would lie in Viet Nam if they
/// changed places. Anything else outside Viet Nam is only a warning: a neighbour's layer is a layer.
/// </summary>
internal static class PositionCheck
{
    /// <summary>Viet Nam with its sea, degrees.</summary>
    public static Extent VietNam { get; } = new(102, 6, 118, 24);

    /// <summary>The former province of Sóc Trăng with its waters, degrees.</summary>
    public static Extent Province { get; } = new(105.5, 9.1, 106.6, 10.0);

    // Eastings and northings of the delta in VN-2000 and UTM, metres.
    private static readonly Extent DeltaMetres = new(400_000, 1_010_000, 660_000, 1_110_000);

    /// <summary>Why a box of positions cannot be in a system, or null.</summary>
    public static string? FindFault(Envelope box, CoordinateSystem system) =>
        system.IsGeographic ? FindFaultInDegrees(box) : FindFaultInMetres(box, system);

    /// <summary>Whether ranges look like eastings and northings of VN-2000 or UTM in the delta.</summary>
    public static bool LooksLikeMetres(Envelope box) => Within(box, DeltaMetres);

    /// <summary>Whether a box lies in Viet Nam, as degrees or as metres, only when its axes change places.</summary>
    public static bool LooksTurned(Envelope box, Envelope turned) =>
        (LooksLikeMetres(turned) && !LooksLikeMetres(box)) || (Within(turned, VietNam) && !Within(box, VietNam));

    /// <summary>Whether a box lies in another wholly.</summary>
    public static bool Within(Envelope box, Extent area) =>
        box.MinX >= area.MinX && box.MaxX <= area.MaxX && box.MinY >= area.MinY && box.MaxY <= area.MaxY;

    /// <summary>A box in words: the ranges of x and y.</summary>
    public static string Words(Envelope box) =>
        string.Create(CultureInfo.InvariantCulture, $"x {box.MinX:0.######} to {box.MaxX:0.######}, y {box.MinY:0.######} to {box.MaxY:0.######}");

    private static string? FindFaultInDegrees(Envelope box)
    {
        if (Within(Swapped(box), VietNam) && !Within(box, VietNam))
            return $"axes look swapped: {Words(box)} lies in Viet Nam when x is latitude; x must be longitude. Put the columns right or import with swapped axes";
        if (box.MinX >= -180 && box.MaxX <= 180 && box.MinY >= -90 && box.MaxY <= 90)
            return null;
        return $"{Words(box)} are not degrees (longitude -180 to 180, latitude -90 to 90); {LikelySystem(box)}";
    }

    private static string LikelySystem(Envelope box)
    {
        if (Within(box, DeltaMetres))
            return "they look like metres of VN-2000 or UTM: name the system, for example EPSG:9209 (central meridian 105°30')";
        if (Within(Swapped(box), DeltaMetres))
            return "they look like metres of VN-2000 or UTM with the northing first: name the system, for example EPSG:9209, and swap the axes";
        return Within(box, new Extent(11_300_000, 660_000, 13_200_000, 2_760_000))
            ? "they look like metres of web maps: name the system EPSG:3857"
            : "name the system they are in";
    }

    private static string? FindFaultInMetres(Envelope box, CoordinateSystem system)
    {
        if (Within(box, new Extent(-180, -90, 180, 90)) || Within(Swapped(box), new Extent(-180, -90, 180, 90)))
            return $"{Words(box)} look like degrees, not metres of {system.Code}";
        if (system != CoordinateSystems.WebMercator && Within(Swapped(box), DeltaMetres) && !Within(box, DeltaMetres))
            return $"axes look swapped: {Words(box)} has the northing first; x must be the easting. Put the columns right or import with swapped axes";
        var widest = system == CoordinateSystems.WebMercator ? 20_037_509 : 10_000_000;
        return Math.Max(Math.Abs(box.MinX), Math.Abs(box.MaxX)) <= widest && Math.Max(Math.Abs(box.MinY), Math.Abs(box.MaxY)) <= 20_100_000
            ? null
            : $"{Words(box)} are beyond what {system.Code} can say (metres)";
    }

    private static Envelope Swapped(Envelope box) => new(box.MinY, box.MaxY, box.MinX, box.MaxX);
}
