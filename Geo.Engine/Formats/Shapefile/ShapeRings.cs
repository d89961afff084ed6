using Geo.Engine.Formats.Intake;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Geo.Engine.Formats.Shapefile;

/// <summary>
/// Makes polygons of the rings of a shape: clockwise rings are shells, the others holes of the smallest shell around them. A
/// hole that no shell holds becomes a shell, as in files whose rings all run the wrong way.
/// </summary>
internal sealed class ShapeRings(RingBuilder rings)
{
    /// <summary>The polygons, or null when no ring is left.</summary>
    public Geometry? Polygons(IEnumerable<ArraySegment<Coordinate>> parts)
    {
        var closed = parts.Select(p => rings.Ring(p)).OfType<LinearRing>().ToList();
        var shells = closed.Where(r => !Orientation.IsCCW(r.CoordinateSequence)).Select(r => new Shell(r)).ToList();
        var index = new STRtree<Shell>();
        foreach (var shell in shells)
            index.Insert(shell.Ring.EnvelopeInternal, shell);
        foreach (var hole in closed.Where(r => Orientation.IsCCW(r.CoordinateSequence)))
        {
            if (Around(hole, index) is { } shell)
                shell.Holes.Add(hole);
            else
                shells.Add(new Shell(hole));
        }

        Polygon[] polygons = [.. shells.Select(s => rings.Factory.CreatePolygon(s.Ring, [.. s.Holes]))];
        return polygons.Length == 0 ? null : rings.Factory.CreateMultiPolygon(polygons);
    }

    private static Shell? Around(LinearRing hole, STRtree<Shell> shells) => shells.Query(hole.EnvelopeInternal)
        .Where(s => s.Ring.EnvelopeInternal.Contains(hole.EnvelopeInternal) && Holds(s.Ring, hole))
        .MinBy(s => s.Ring.EnvelopeInternal.Area);

    // A hole may touch its shell, so the first corner off the shell's line decides.
    private static bool Holds(LinearRing shell, LinearRing hole)
    {
        foreach (var corner in hole.Coordinates)
        {
            var location = PointLocation.LocateInRing(corner, shell.Coordinates);
            if (location != Location.Boundary)
                return location == Location.Interior;
        }

        return true;
    }

    private sealed record Shell(LinearRing Ring)
    {
        public List<LinearRing> Holes { get; } = [];
    }
}
