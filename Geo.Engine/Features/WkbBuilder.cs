using NetTopologySuite.Geometries;

namespace Geo.Engine.Features;

/// <summary>Builds geometries from well-known binary that <see cref="WkbScan"/> has found sound.</summary>
internal sealed class WkbBuilder(GeometryFactory factory)
{
    public Geometry Build(ref WkbCursor cursor)
    {
        cursor.ReadByteOrder();
        var type = cursor.ReadType();
        return type.Code switch
        {
            WkbType.Point => BuildPoint(ref cursor, type),
            WkbType.LineString => BuildLine(ref cursor, type),
            WkbType.Polygon => BuildPolygon(ref cursor, type),
            WkbType.MultiPoint => factory.CreateMultiPoint(Members<Point>(ref cursor)),
            WkbType.MultiLineString => factory.CreateMultiLineString(Members<LineString>(ref cursor)),
            WkbType.MultiPolygon => factory.CreateMultiPolygon(Members<Polygon>(ref cursor)),
            _ => factory.CreateGeometryCollection(Members<Geometry>(ref cursor)),
        };
    }

    private T[] Members<T>(ref WkbCursor cursor)
        where T : Geometry
    {
        var members = new T[cursor.ReadUInt32()];
        for (var i = 0; i < members.Length; i++)
            members[i] = (T)Build(ref cursor);
        return members;
    }

    private Point BuildPoint(ref WkbCursor cursor, WkbType type)
    {
        var position = ReadPosition(ref cursor, type);
        return double.IsNaN(position.X) ? factory.CreatePoint() : factory.CreatePoint(position);
    }

    private LineString BuildLine(ref WkbCursor cursor, WkbType type)
    {
        var positions = ReadSequence(ref cursor, type);
        return positions.Length != 1 ? factory.CreateLineString(positions) : throw new FormatException("a line has one point only");
    }

    private Polygon BuildPolygon(ref WkbCursor cursor, WkbType type)
    {
        var rings = new LinearRing[cursor.ReadUInt32()];
        for (var i = 0; i < rings.Length; i++)
            rings[i] = BuildRing(ref cursor, type);
        if (rings.Length == 0)
            return factory.CreatePolygon();
        if (rings[0].IsEmpty && rings.Any(r => !r.IsEmpty))
            throw new FormatException("a polygon has holes without an outline");
        return factory.CreatePolygon(rings[0], rings[1..]);
    }

    private LinearRing BuildRing(ref WkbCursor cursor, WkbType type)
    {
        var positions = ReadSequence(ref cursor, type);
        if (positions.Length is 1 or 2 or 3)
            throw new FormatException($"a ring has {positions.Length} points; it needs 4, the last equal to the first");
        if (positions.Length > 0 && !positions[0].Equals2D(positions[^1]))
            throw new FormatException($"a ring is not closed: it begins at {Text(positions[0])} and ends at {Text(positions[^1])}");
        return factory.CreateLinearRing(positions);
    }

    private static string Text(Coordinate at) => FormattableString.Invariant($"({at.X}, {at.Y})");

    private static Coordinate[] ReadSequence(ref WkbCursor cursor, WkbType type)
    {
        var positions = new Coordinate[cursor.ReadUInt32()];
        for (var i = 0; i < positions.Length; i++)
            positions[i] = ReadPosition(ref cursor, type);
        return positions;
    }

    private static Coordinate ReadPosition(ref WkbCursor cursor, WkbType type)
    {
        var (x, y) = (cursor.ReadDouble(), cursor.ReadDouble());
        var position = type.HasZ ? new CoordinateZ(x, y, cursor.ReadDouble()) : new Coordinate(x, y);
        if (type.HasM)
            cursor.ReadDouble();
        return position;
    }
}
