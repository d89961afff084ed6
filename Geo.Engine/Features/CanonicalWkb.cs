using System.Buffers;
using System.Buffers.Binary;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Features;

/// <summary>
/// Geometry to and from bytes. Written is one form only: ISO well-known binary, little-endian, with z where any position has a height
/// and never m; so equal geometries give equal bytes. Read is every form that <see cref="WkbScan"/> knows.
/// </summary>
public static class CanonicalWkb
{
    /// <summary>Writes a geometry.</summary>
    /// <exception cref="FormatException">It is of an unknown class, or nested deeper than <see cref="WkbScan.DeepestNesting"/>.</exception>
    public static void Write(Geometry geometry, IBufferWriter<byte> target) => Write(geometry, target, HasHeight(geometry, 1), 1);

    /// <summary>Reads a geometry; m is dropped.</summary>
    /// <exception cref="FormatException">The bytes are damaged, or a line or ring has too few points or is not closed; the message says what.</exception>
    public static Geometry Read(ReadOnlySpan<byte> wkb, int srid) =>
        Read(wkb, new WkbBuilder(new GeometryFactory(new PrecisionModel(), srid)));

    /// <summary>Reads with a factory that is kept for many geometries.</summary>
    internal static Geometry Read(ReadOnlySpan<byte> wkb, WkbBuilder builder)
    {
        Check(wkb);
        var cursor = new WkbCursor(wkb);
        return builder.Build(ref cursor);
    }

    /// <summary>Makes sure that <see cref="Read(ReadOnlySpan{byte}, int)"/> would take the bytes.</summary>
    /// <exception cref="FormatException">It would not; the message says why.</exception>
    internal static void Check(ReadOnlySpan<byte> wkb)
    {
        if ((WkbScan.FindFault(wkb) ?? WkbRings.FindFault(wkb)) is { } fault)
            throw new FormatException(fault);
    }

    private static void Write(Geometry geometry, IBufferWriter<byte> target, bool hasZ, int depth)
    {
        if (depth > WkbScan.DeepestNesting)
            throw new FormatException($"the geometry is nested deeper than {WkbScan.DeepestNesting} levels");
        WriteHeader(target, TypeOf(geometry), hasZ);
        switch (geometry)
        {
            case Point point:
                WritePoint(point, target, hasZ);
                break;
            case LineString line:
                WriteSequence(line.CoordinateSequence, target, hasZ);
                break;
            case Polygon polygon:
                WritePolygon(polygon, target, hasZ);
                break;
            default:
                WriteCount(target, geometry.NumGeometries);
                for (var i = 0; i < geometry.NumGeometries; i++)
                    Write(geometry.GetGeometryN(i), target, hasZ, depth + 1);
                break;
        }
    }

    private static uint TypeOf(Geometry geometry) => geometry switch
    {
        Point => WkbType.Point,
        LineString => WkbType.LineString,
        Polygon => WkbType.Polygon,
        MultiPoint => WkbType.MultiPoint,
        MultiLineString => WkbType.MultiLineString,
        MultiPolygon => WkbType.MultiPolygon,
        GeometryCollection => WkbType.GeometryCollection,
        _ => throw new FormatException($"geometry of class {geometry.GeometryType} is not supported"),
    };

    private static void WritePoint(Point point, IBufferWriter<byte> target, bool hasZ)
    {
        if (!point.IsEmpty)
        {
            WritePosition(point.CoordinateSequence, 0, target, hasZ);
            return;
        }
        for (var i = 0; i < (hasZ ? 3 : 2); i++)
            WriteDouble(target, double.NaN);
    }

    private static void WritePolygon(Polygon polygon, IBufferWriter<byte> target, bool hasZ)
    {
        if (polygon.IsEmpty)
        {
            WriteCount(target, 0);
            return;
        }
        WriteCount(target, 1 + polygon.NumInteriorRings);
        WriteSequence(polygon.ExteriorRing.CoordinateSequence, target, hasZ);
        for (var i = 0; i < polygon.NumInteriorRings; i++)
            WriteSequence(polygon.GetInteriorRingN(i).CoordinateSequence, target, hasZ);
    }

    private static void WriteSequence(CoordinateSequence sequence, IBufferWriter<byte> target, bool hasZ)
    {
        WriteCount(target, sequence.Count);
        for (var i = 0; i < sequence.Count; i++)
            WritePosition(sequence, i, target, hasZ);
    }

    private static void WritePosition(CoordinateSequence sequence, int index, IBufferWriter<byte> target, bool hasZ)
    {
        WriteDouble(target, sequence.GetX(index));
        WriteDouble(target, sequence.GetY(index));
        if (hasZ)
            WriteDouble(target, sequence.GetZ(index));
    }

    private static void WriteHeader(IBufferWriter<byte> target, uint type, bool hasZ)
    {
        var header = target.GetSpan(5);
        header[0] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(header[1..], hasZ ? type + 1000 : type);
        target.Advance(5);
    }

    private static void WriteCount(IBufferWriter<byte> target, int count)
    {
        BinaryPrimitives.WriteInt32LittleEndian(target.GetSpan(4), count);
        target.Advance(4);
    }

    // NaN has many bit patterns; the one that PostGIS and GDAL write is written, so that equal content has equal bytes.
    private static void WriteDouble(IBufferWriter<byte> target, double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(target.GetSpan(8), double.IsNaN(value) ? BitConverter.Int64BitsToDouble(0x7FF8_0000_0000_0000) : value);
        target.Advance(8);
    }

    private static bool HasHeight(Geometry geometry, int depth) => geometry switch
    {
        Point point => HasHeight(point.CoordinateSequence),
        LineString line => HasHeight(line.CoordinateSequence),
        Polygon polygon => HasHeight(polygon.ExteriorRing.CoordinateSequence) || polygon.InteriorRings.Any(r => HasHeight(r.CoordinateSequence)),
        GeometryCollection collection => depth <= WkbScan.DeepestNesting && collection.Geometries.Any(g => HasHeight(g, depth + 1)),
        _ => false,
    };

    private static bool HasHeight(CoordinateSequence sequence)
    {
        if (!sequence.HasZ)
            return false;
        for (var i = 0; i < sequence.Count; i++)
        {
            if (!double.IsNaN(sequence.GetZ(i)))
                return true;
        }
        return false;
    }
}
