using Geo.Engine.Filters;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Geo.Engine.Features.Filtering;

/// <summary>
/// Turns the geometries and boxes of a filter to longitude and latitude. Vertices are turned, edges are straight between them; the sides of a box are
/// followed as they run.
/// </summary>
/// <param name="system">The system of the filter's coordinates, in the order of its axes.</param>
internal sealed class LonLatLiterals(CoordinateSystem system)
{
    // Degrees, some 0.1 m: extents that clients computed may stand a little over the edge of the world.
    private const double Tolerance = 1e-6;
    private const double ReturnToleranceMetres = 1;
    private static readonly GeometryFactory LonLat = new(new PrecisionModel(), CoordinateSystems.Crs84.Srid);

    private readonly Projection _toLonLat = Projection.Between(system, CoordinateSystems.Crs84);
    private readonly Projection _back = Projection.Between(CoordinateSystems.Crs84, system);
    private readonly BoxOutline _outline = new(system);
    private readonly bool _isSwapped = system.AxisOrder == AxisOrder.NorthEast;

    /// <summary>A geometry; an area that crosses itself is mended.</summary>
    /// <exception cref="FilterException">A position lies outside the system.</exception>
    public GeometryLiteral Of(GeometryLiteral literal)
    {
        var copy = literal.Value.Copy();
        if (_isSwapped)
            copy.Apply(new AxisSwap());
        foreach (var position in copy.Coordinates)
            Check(position.X, position.Y, literal.Place);
        var turned = _toLonLat.Transform(copy);
        return literal with { Value = turned.Dimension == Dimension.Surface && !turned.IsValid ? GeometryFixer.Fix(turned) : turned };
    }

    /// <summary>A box; two where it crosses the antimeridian. Heights are dropped.</summary>
    /// <exception cref="FilterException">It is no box, or a corner lies outside the system.</exception>
    public GeometryLiteral Of(BoxLiteral literal)
    {
        if (literal.Values.Count is not (4 or 6))
            throw FilterFault.BoxCount(literal);
        var half = literal.Values.Count / 2;
        var (low, high) = (Corner(literal, 0), Corner(literal, half));
        if (low.Y > high.Y)
            throw FilterFault.BoxUpsideDown(literal);
        var parts = Parts(literal, new Extent(low.X, low.Y, high.X, high.Y)).Select(_outline.Of).ToList();
        return new(LonLat.BuildGeometry(parts), literal.Place);
    }

    private Extent[] Parts(BoxLiteral literal, Extent box)
    {
        if (box.MinX <= box.MaxX)
            return [box];
        if (!system.IsGeographic)
            throw FilterFault.BoxInsideOut(literal, system);
        return [box with { MaxX = 180 }, box with { MinX = -180 }];
    }

    private (double X, double Y) Corner(BoxLiteral literal, int at)
    {
        var (x, y) = _isSwapped ? (literal.Values[at + 1], literal.Values[at]) : (literal.Values[at], literal.Values[at + 1]);
        Check(x, y, literal.Place);
        return (x, y);
    }

    private void Check(double x, double y, FilterPlace place)
    {
        if (!IsInSystem(x, y))
            throw FilterFault.Position(place, _isSwapped ? y : x, _isSwapped ? x : y, system);
    }

    // Beyond its world a projection folds back on itself, so that a position does not return to where it was.
    private bool IsInSystem(double x, double y)
    {
        if (system.IsGeographic)
            return IsOnEarth(x, y);
        var (longitude, latitude) = _toLonLat.Transform(x, y);
        if (!IsOnEarth(longitude, latitude))
            return false;
        var (returnX, returnY) = _back.Transform(longitude, latitude);
        return Math.Abs(returnX - x) <= ReturnToleranceMetres && Math.Abs(returnY - y) <= ReturnToleranceMetres;
    }

    private static bool IsOnEarth(double longitude, double latitude) => Math.Abs(longitude) <= 180 + Tolerance && Math.Abs(latitude) <= 90 + Tolerance;

    private sealed class AxisSwap : IEntireCoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence sequence)
        {
            for (var i = 0; i < sequence.Count; i++)
            {
                var (first, second) = (sequence.GetX(i), sequence.GetY(i));
                sequence.SetX(i, second);
                sequence.SetY(i, first);
            }
        }
    }
}
