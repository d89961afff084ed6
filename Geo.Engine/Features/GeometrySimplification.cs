using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;

namespace Geo.Engine.Features;

/// <summary>
/// Leaves out vertices that a map of a scale cannot show. What was valid stays valid: rings neither cross nor collapse, parts neither vanish nor change
/// place; points and empty geometries stay as they are.
/// </summary>
/// <remarks>
/// Source: D. Douglas and T. Peucker, "Algorithms for the reduction of the number of points required to represent a digitized line", Cartographica 10(2),
/// 1973, pages 112-122, in the form of NetTopologySuite that keeps the topology. Where that fails, as it may where a hole is smaller than the tolerance, the
/// tolerance is halved, three times at most, then the geometry is left as it is.
/// </remarks>
/// <param name="system">The system of the geometries.</param>
/// <param name="toleranceMetres">How far the new lines may lie from the old ones, on the ground; 0 or more.</param>
public sealed class GeometrySimplification(CoordinateSystem system, double toleranceMetres)
{
    private const int Attempts = 4;

    // A degree of longitude is never longer than one of the equator, so that the tolerance holds in both directions.
    private const double MetresPerDegree = 40_075_016.685578488 / 360;

    private readonly double _tolerance = system.IsGeographic ? toleranceMetres / MetresPerDegree : toleranceMetres;

    /// <summary>The simplified geometry.</summary>
    public Geometry Of(Geometry geometry)
    {
        if (_tolerance <= 0 || geometry.IsEmpty || geometry.Dimension == Dimension.Point)
            return geometry;
        // The first vertex of a ring may be left out last, when others were measured from lines that end in it: the two errors add up.
        var first = geometry.Dimension == Dimension.Surface ? _tolerance / 2 : _tolerance;
        for (var (attempt, tolerance) = (0, first); attempt < Attempts; (attempt, tolerance) = (attempt + 1, tolerance / 2))
        {
            var simple = TopologyPreservingSimplifier.Simplify(geometry, tolerance);
            if (simple.Dimension != Dimension.Surface || simple.IsValid)
                return simple;
        }
        return geometry;
    }
}
