using Geo.Engine.Geodesy;

namespace Geo.Engine.Features;

/// <summary>Turns a query's boxes into boxes of the layer's own system, for a spatial index; never too small.</summary>
internal static class BoxPrefilter
{
    // Far from its meridian a transverse projection folds back on itself, and Mercator ends before the poles. No sound position of
    // these systems lies outside.
    private static readonly Extent TransverseZone = new(85, -60, 125, 60);
    private static readonly Extent MercatorZone = new(-180, -85.06, 180, 85.06);

    // Boxes inside these can be brought to longitude and latitude by their outline; a datum shift turns round at the antimeridian and the poles.
    private static readonly Extent TransversePlane = new(-1_700_000, -6_600_000, 2_700_000, 6_600_000);
    private static readonly Extent MercatorPlane = new(-20_037_509, -20_037_509, 20_037_509, 20_037_509);
    private static readonly Extent SoundDegrees = new(-179, -80, 179, 80);
    private static readonly Extent Everywhere = new(double.NegativeInfinity, double.NegativeInfinity, double.PositiveInfinity, double.PositiveInfinity);

    /// <summary>Boxes in <paramref name="system"/> that hold every position of the boxes; fewer when a box lies where the system has no positions.</summary>
    /// <param name="system">The layer's own system.</param>
    /// <param name="boxes">A query's boxes.</param>
    /// <param name="boxSystem">The system they are in.</param>
    public static IReadOnlyList<Extent> In(CoordinateSystem system, IReadOnlyList<Extent> boxes, CoordinateSystem boxSystem)
    {
        if (system.Srid == boxSystem.Srid)
            return boxes;
        var lonLat = boxes.Select(b => ToLonLat(b, boxSystem));
        if (system.Srid == CoordinateSystems.Crs84.Srid)
            return [.. lonLat];
        var projection = Projection.Between(CoordinateSystems.Crs84, system);
        return [.. lonLat.Select(b => Clip(b, system)).OfType<Extent>().Select(b => Widen(projection.Transform(b)))];
    }

    private static Extent ToLonLat(Extent box, CoordinateSystem system)
    {
        if (system.Srid == CoordinateSystems.Crs84.Srid)
            return box;
        var sound = system.IsGeographic ? SoundDegrees : system == CoordinateSystems.WebMercator ? MercatorPlane : TransversePlane;
        return sound.Union(box) == sound ? Widen(Projection.Between(system, CoordinateSystems.Crs84).Transform(box)) : Everywhere;
    }

    private static Extent? Clip(Extent box, CoordinateSystem system)
    {
        if (system.IsGeographic)
            return box;
        var zone = system == CoordinateSystems.WebMercator ? MercatorZone : TransverseZone;
        if (!box.Intersects(zone))
            return null;
        return new(Math.Max(box.MinX, zone.MinX), Math.Max(box.MinY, zone.MinY), Math.Min(box.MaxX, zone.MaxX), Math.Min(box.MaxY, zone.MaxY));
    }

    // Straight edges in one system are curves in the other; the exact test comes later, so the margin only costs time.
    private static Extent Widen(Extent box)
    {
        var margin = 0.01 * Math.Max(box.Width, box.Height) + 0.001;
        return double.IsFinite(margin) ? box.Grow(margin) : Everywhere;
    }
}
