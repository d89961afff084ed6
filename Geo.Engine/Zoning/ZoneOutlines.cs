using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Zoning;

/// <summary>Outlines of zones for maps.</summary>
public static class ZoneOutlines
{
    /// <summary>
    /// Outline of each zone in CRS84, zone n at index n - 1. Neighbours share their borders vertex by vertex, since each vertex is a corner of
    /// cells and is projected by itself.
    /// </summary>
    public static IReadOnlyList<Geometry> Trace(ZoneMap map, int threads, CancellationToken cancellation)
    {
        var system = map.Labels.Frame.System;
        var factory = new GeometryFactory(new PrecisionModel(), system.Srid);
        var projection = Projection.Between(system, CoordinateSystems.Crs84);
        var outlines = new Geometry[map.Zones.Count];
        foreach (var polygon in Polygoniser.Polygonise(map.Labels, factory, threads, cancellation))
            outlines[polygon.Label - 1] = projection.Transform(polygon.Geometry);
        return outlines;
    }
}
