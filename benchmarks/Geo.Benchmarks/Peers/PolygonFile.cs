using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Geo.Engine.Grids;
using NetTopologySuite.Geometries;

namespace Geo.Benchmarks.Peers;

/// <summary>Polygons in the grid's own system as GeoJSON with a <c>crs</c> member, as gdal_polygonize writes them.</summary>
internal static class PolygonFile
{
    private const int FlushBytes = 1 << 20;

    /// <summary>Writes a file with one feature for each polygon; <c>DN</c> is the class of its component.</summary>
    public static void Write(string path, IReadOnlyList<LabelledPolygon> polygons, ReadOnlySpan<byte> classes)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var text = new ArrayBufferWriter<byte>(2 * FlushBytes);
        text.Write("{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::9209\"}},\"features\":[\n"u8);
        for (var i = 0; i < polygons.Count; i++)
        {
            text.Write(i == 0 ? ""u8 : ",\n"u8);
            text.Write(Encoding.UTF8.GetBytes($"{{\"type\":\"Feature\",\"properties\":{{\"DN\":{classes[polygons[i].Label]}}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":["));
            var polygon = (Polygon)polygons[i].Geometry;
            WriteRing(text, polygon.ExteriorRing.CoordinateSequence);
            for (var hole = 0; hole < polygon.NumInteriorRings; hole++)
            {
                text.Write(","u8);
                WriteRing(text, polygon.GetInteriorRingN(hole).CoordinateSequence);
            }
            text.Write("]}}"u8);
            if (text.WrittenCount > FlushBytes)
                Flush(text, file);
        }
        text.Write("\n]}\n"u8);
        Flush(text, file);
    }

    private static void Flush(ArrayBufferWriter<byte> text, FileStream file)
    {
        file.Write(text.WrittenSpan);
        text.ResetWrittenCount();
    }

    private static void WriteRing(ArrayBufferWriter<byte> text, CoordinateSequence ring)
    {
        for (var i = 0; i < ring.Count; i++)
        {
            var room = text.GetSpan(64);
            room[0] = (byte)(i == 0 ? '[' : ',');
            room[1] = (byte)'[';
            Utf8Formatter.TryFormat(ring.GetX(i), room[2..], out var x);
            room[2 + x] = (byte)',';
            Utf8Formatter.TryFormat(ring.GetY(i), room[(3 + x)..], out var y);
            room[3 + x + y] = (byte)']';
            text.Advance(4 + x + y);
        }
        text.Write("]"u8);
    }
}
