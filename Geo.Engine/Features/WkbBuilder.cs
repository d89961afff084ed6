using NetTopologySuite.Geometries;

namespace Geo.Engine.Features;

/// <summary>Builds geometries from well-known binary that <see cref="WkbScan"/> and <see cref="WkbRings"/> have found sound.</summary>
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

    private LineString BuildLine(ref WkbCursor cursor, WkbType type) => factory.CreateLineString(ReadSequence(ref cursor, type));

    private Polygon BuildPolygon(ref WkbCursor cursor, WkbType type)
    {
        var rings = new LinearRing[cursor.ReadUInt32()];
        for (var i = 0; i < rings.Length; i++)
            rings[i] = factory.CreateLinearRing(ReadSequence(ref cursor, type));
        return rings.Length == 0 ? factory.CreatePolygon() : factory.CreatePolygon(rings[0], rings[1..]);
    }

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
