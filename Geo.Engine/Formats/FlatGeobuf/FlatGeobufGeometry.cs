using System.Buffers.Binary;
using Geo.Engine.Features;
using Google.FlatBuffers;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Formats.FlatGeobuf;

/// <summary>Geometries as tables of <c>feature.fbs</c>: all positions of a geometry in one list, cut by the ends of its parts; collections hold tables of their own.</summary>
/// <param name="builder">Where the tables are built.</param>
/// <param name="hasHeights">Whether every position gets a height; those without one get NaN.</param>
internal sealed class FlatGeobufGeometry(FlatBufferBuilder builder, bool hasHeights)
{
    private const int Fields = 8;
    private const int Ends = 0;
    private const int Positions = 1;
    private const int Heights = 2;
    private const int Type = 6;
    private const int Parts = 7;

    /// <summary>Number of a kind of geometry in the schema; 0 for mixed ones.</summary>
    public static byte TypeOf(GeometryKind kind) => kind switch
    {
        GeometryKind.Point => 1,
        GeometryKind.LineString => 2,
        GeometryKind.Polygon => 3,
        GeometryKind.MultiPoint => 4,
        GeometryKind.MultiLineString => 5,
        GeometryKind.MultiPolygon => 6,
        _ => 0,
    };

    /// <summary>Whether canonical well-known binary has heights: its type is then above 1000.</summary>
    public static bool HasHeights(ReadOnlySpan<byte> canonicalWkb) => BinaryPrimitives.ReadUInt32LittleEndian(canonicalWkb[1..]) > 1000;

    /// <summary>Builds the table of a geometry and gives its place.</summary>
    /// <exception cref="FormatException">Collections are nested deeper than <see cref="WkbScan.DeepestNesting"/>.</exception>
    public int Write(Geometry geometry, int depth = 1)
    {
        if (depth > WkbScan.DeepestNesting)
            throw new FormatException($"the geometry is nested deeper than {WkbScan.DeepestNesting} levels");
        return geometry is GeometryCollection collection and not (MultiPoint or MultiLineString) ? WriteParts(collection, depth) : WriteSequences(geometry);
    }

    private int WriteParts(GeometryCollection collection, int depth)
    {
        var parts = Array.ConvertAll(collection.Geometries, g => Write(g, depth + 1));
        builder.StartVector(4, parts.Length, 4);
        for (var i = parts.Length - 1; i >= 0; i--)
            builder.AddOffset(parts[i]);
        var list = builder.EndVector().Value;
        builder.StartTable(Fields);
        builder.AddOffset(Parts, list, 0);
        builder.AddByte(Type, collection is MultiPolygon ? (byte)6 : (byte)7, 0);
        return builder.EndTable();
    }

    private int WriteSequences(Geometry geometry)
    {
        var sequences = SequencesOf(geometry);
        // A multi-point is one list of positions; a line or ring alone needs no ends.
        var ends = sequences.Count > 1 && geometry is not MultiPoint ? WriteEnds(sequences) : 0;
        var positions = WritePositions(sequences);
        var heights = hasHeights ? WriteHeights(sequences) : 0;
        builder.StartTable(Fields);
        builder.AddOffset(Ends, ends, 0);
        builder.AddOffset(Positions, positions, 0);
        builder.AddOffset(Heights, heights, 0);
        builder.AddByte(Type, TypeNumber(geometry), 0);
        return builder.EndTable();
    }

    private static byte TypeNumber(Geometry geometry) => geometry switch
    {
        Point => 1,
        LineString => 2,
        Polygon => 3,
        MultiPoint => 4,
        _ => 5,
    };

    private static List<CoordinateSequence> SequencesOf(Geometry geometry) => geometry switch
    {
        Point { IsEmpty: true } or Polygon { IsEmpty: true } => [],
        Point point => [point.CoordinateSequence],
        LineString line => [line.CoordinateSequence],
        Polygon polygon => [polygon.Shell.CoordinateSequence, .. polygon.Holes.Select(h => h.CoordinateSequence)],
        _ => [.. ((GeometryCollection)geometry).Geometries.SelectMany(SequencesOf)],
    };

    // FlatBuffers grow towards the front: lists are written from their end.
    private int WriteEnds(List<CoordinateSequence> sequences)
    {
        var total = sequences.Sum(s => s.Count);
        builder.StartVector(4, sequences.Count, 4);
        for (var i = sequences.Count - 1; i >= 0; i--)
        {
            builder.AddUint((uint)total);
            total -= sequences[i].Count;
        }
        return builder.EndVector().Value;
    }

    private int WritePositions(List<CoordinateSequence> sequences)
    {
        builder.StartVector(8, sequences.Sum(s => s.Count) * 2, 8);
        foreach (var sequence in Enumerable.Reverse(sequences))
        {
            for (var i = sequence.Count - 1; i >= 0; i--)
            {
                builder.AddDouble(sequence.GetY(i));
                builder.AddDouble(sequence.GetX(i));
            }
        }
        return builder.EndVector().Value;
    }

    private int WriteHeights(List<CoordinateSequence> sequences)
    {
        builder.StartVector(8, sequences.Sum(s => s.Count), 8);
        foreach (var sequence in Enumerable.Reverse(sequences))
        {
            for (var i = sequence.Count - 1; i >= 0; i--)
                builder.AddDouble(sequence.HasZ ? sequence.GetZ(i) : double.NaN);
        }
        return builder.EndVector().Value;
    }
}
