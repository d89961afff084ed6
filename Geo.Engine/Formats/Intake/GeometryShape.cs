using Geo.Engine.Features;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Formats.Intake;

/// <summary>Brings geometries of a layer into one form: one kind, shells counter-clockwise and holes clockwise as RFC 7946 wants.</summary>
internal static class GeometryShape
{
    /// <summary>
    /// The kind of a layer whose file has these kinds. Areas are always <see cref="GeometryKind.MultiPolygon"/>, since mending may part one in
    /// two; points and lines become collections only where the file has any.
    /// </summary>
    public static GeometryKind KindOf(IReadOnlySet<GeometryKind> kinds)
    {
        if (kinds.Count == 0)
            return GeometryKind.None;
        if (kinds.All(k => k is GeometryKind.Polygon or GeometryKind.MultiPolygon))
            return GeometryKind.MultiPolygon;
        if (kinds.All(k => k is GeometryKind.LineString or GeometryKind.MultiLineString))
            return kinds.Max();
        return kinds.All(k => k is GeometryKind.Point or GeometryKind.MultiPoint) ? kinds.Max() : GeometryKind.Geometry;
    }

    /// <summary>The geometry as the layer's kind has it.</summary>
    public static Geometry Promote(Geometry geometry, GeometryKind kind) => (kind, geometry) switch
    {
        (GeometryKind.MultiPolygon, Polygon polygon) => geometry.Factory.CreateMultiPolygon([polygon]),
        (GeometryKind.MultiLineString, LineString line) => geometry.Factory.CreateMultiLineString([line]),
        (GeometryKind.MultiPoint, Point point) => geometry.Factory.CreateMultiPoint([point]),
        (GeometryKind.LineString, MultiLineString { NumGeometries: 1 }) => geometry.GetGeometryN(0),
        _ => geometry,
    };

    /// <summary>The geometry with all shells counter-clockwise and all holes clockwise; the same object where they are.</summary>
    public static Geometry Orient(Geometry geometry) => geometry switch
    {
        Polygon polygon => Orient(polygon),
        MultiPolygon many when !many.Geometries.All(p => IsOriented((Polygon)p)) =>
            many.Factory.CreateMultiPolygon([.. many.Geometries.Select(p => Orient((Polygon)p))]),
        GeometryCollection mixed and not (MultiPoint or MultiLineString or MultiPolygon) =>
            mixed.Factory.CreateGeometryCollection([.. mixed.Geometries.Select(Orient)]),
        _ => geometry,
    };

    private static Polygon Orient(Polygon polygon) => IsOriented(polygon)
        ? polygon
        : polygon.Factory.CreatePolygon(Orient(polygon.Shell, true), [.. polygon.Holes.Select(h => Orient(h, false))]);

    private static bool IsOriented(Polygon polygon) =>
        polygon.IsEmpty || (Orientation.IsCCW(polygon.Shell.CoordinateSequence) && polygon.Holes.All(h => !Orientation.IsCCW(h.CoordinateSequence)));

    private static LinearRing Orient(LinearRing ring, bool counterClockwise) =>
        Orientation.IsCCW(ring.CoordinateSequence) == counterClockwise ? ring : (LinearRing)ring.Reverse();
}
