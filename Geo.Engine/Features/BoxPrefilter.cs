using Geo.Engine.Geodesy;

namespace Geo.Engine.Features;

/// <summary>Turns a query's boxes into boxes of the layer's own system, for a spatial index; never too small.</summary>
internal static class BoxPrefilter
{
    // Far from its meridian a transverse projection folds back on itself, and Mercator ends before the poles. No sound position of
    // these systems lies outside.
    private static readonly Extent TransverseZone = new(85, -60, 125, 60);
    private static readonly Extent MercatorZone = new(-180, -85.06, 180, 85.06);

    /// <summary>Boxes in <paramref name="system"/> that hold every position of the lon/lat boxes; fewer when a box lies where the system has no positions.</summary>
    public static IReadOnlyList<Extent> In(CoordinateSystem system, IReadOnlyList<Extent> boxes)
    {
        if (system.Srid == CoordinateSystems.Crs84.Srid)
            return boxes;
        var projection = Projection.Between(CoordinateSystems.Crs84, system);
        return [.. boxes.Select(b => Clip(b, system)).OfType<Extent>().Select(b => Widen(projection.Transform(b)))];
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
        return double.IsFinite(margin) ? box.Grow(margin) : new(double.NegativeInfinity, double.NegativeInfinity, double.PositiveInfinity, double.PositiveInfinity);
    }
}
