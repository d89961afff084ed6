using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Geo.Engine.Features;

namespace Geo.Engine.Formats;

/// <summary>
/// Writes geometries as GeoJSON (RFC 7946) straight from well-known binary: outer rings counter-clockwise, holes clockwise, heights kept, measures
/// dropped. Rings turn as they do on the map, whatever order the axes are written in.
/// </summary>
/// <param name="isNorthFirst">Whether latitude or northing is written before longitude or easting.</param>
/// <param name="decimals">Most decimals of an ordinate, see <see cref="FixedDecimals"/>.</param>
/// <param name="target">Where the text goes.</param>
public sealed class GeoJsonGeometryWriter(bool isNorthFirst, int decimals, PooledBuffer target)
{
    private const int LongestPosition = 3 * (FixedDecimals.Longest + 1) + 2;
    private const int PositionsAtOnce = 32;

    private readonly double[] ordinates = new double[2 * PositionsAtOnce];
    private readonly ulong[] wholes = new ulong[2 * PositionsAtOnce];
    private readonly ulong[] digits = new ulong[2 * PositionsAtOnce];

    /// <summary>Writes one geometry.</summary>
    /// <param name="wkb">As a <see cref="FeatureRow"/> gives it: sound, in any form; not empty.</param>
    public void Write(ReadOnlySpan<byte> wkb)
    {
        var cursor = new WkbCursor(wkb);
        WriteGeometry(ref cursor);
    }

    private void WriteGeometry(ref WkbCursor cursor)
    {
        cursor.ReadByteOrder();
        var type = cursor.ReadType();
        target.Append(Beginning(type.Code));
        if (type.Code == WkbType.GeometryCollection)
            WriteMembers(ref cursor);
        else
            WriteCoordinates(ref cursor, type);
        target.Append((byte)'}');
    }

    private static ReadOnlySpan<byte> Beginning(uint type) => type switch
    {
        WkbType.Point => "{\"type\":\"Point\",\"coordinates\":"u8,
        WkbType.LineString => "{\"type\":\"LineString\",\"coordinates\":"u8,
        WkbType.Polygon => "{\"type\":\"Polygon\",\"coordinates\":"u8,
        WkbType.MultiPoint => "{\"type\":\"MultiPoint\",\"coordinates\":"u8,
        WkbType.MultiLineString => "{\"type\":\"MultiLineString\",\"coordinates\":"u8,
        WkbType.MultiPolygon => "{\"type\":\"MultiPolygon\",\"coordinates\":"u8,
        _ => "{\"type\":\"GeometryCollection\",\"geometries\":"u8,
    };

    private void WriteMembers(ref WkbCursor cursor)
    {
        Begin();
        for (uint i = 0, count = cursor.ReadUInt32(); i < count; i++)
        {
            Separate(i > 0);
            WriteGeometry(ref cursor);
        }
        End();
    }

    private void WriteCoordinates(ref WkbCursor cursor, WkbType type)
    {
        switch (type.Code)
        {
            case WkbType.Point:
                WritePoint(cursor.ReadPositions(1, type));
                break;
            case WkbType.LineString:
                WriteSequence(cursor.ReadPositions(cursor.ReadUInt32(), type), isBackwards: false);
                break;
            case WkbType.Polygon:
                WriteRings(ref cursor, type);
                break;
            default:
                WriteParts(ref cursor);
                break;
        }
    }

    private void WriteParts(ref WkbCursor cursor)
    {
        Begin();
        for (uint i = 0, count = cursor.ReadUInt32(); i < count; i++)
        {
            Separate(i > 0);
            cursor.ReadByteOrder();
            WriteCoordinates(ref cursor, cursor.ReadType());
        }
        End();
    }

    // An outline without positions is not written at all; a hole without positions is an empty ring.
    private void WriteRings(ref WkbCursor cursor, WkbType type)
    {
        Begin();
        var isFirst = true;
        for (uint i = 0, count = cursor.ReadUInt32(); i < count; i++)
        {
            var ring = cursor.ReadPositions(cursor.ReadUInt32(), type);
            if (i == 0 && ring.Count == 0)
                continue;
            Separate(!isFirst);
            isFirst = false;
            var area = ring.ClockwiseArea();
            WriteSequence(ring, isBackwards: i == 0 ? area > 0 : area < 0);
        }
        End();
    }

    private void WritePoint(in WkbPositions position)
    {
        if (double.IsNaN(position.X(0)))
        {
            target.Append("[]"u8);
            return;
        }
        target.Advance(WritePosition(position, 0, target.GetSpan(LongestPosition)));
    }

    private void WriteSequence(in WkbPositions positions, bool isBackwards)
    {
        Begin();
        for (var done = 0; done < positions.Count; done += PositionsAtOnce)
            WritePart(positions, done, Math.Min(done + PositionsAtOnce, positions.Count), isBackwards);
        End();
    }

    private void WritePart(in WkbPositions positions, int from, int to, bool isBackwards)
    {
        var text = target.GetSpan((to - from) * (LongestPosition + 1));
        var first = isBackwards ? positions.Count - to : from;
        var length = TrySplit(positions, first, to - from) ? WriteSplit(to - from, isBackwards, text) : WriteEach(positions, from, to, isBackwards, text);
        target.Advance(to < positions.Count ? length : length - 1); // the last comma is written over
    }

    private bool TrySplit(in WkbPositions positions, int first, int count)
    {
        if (positions.HasZ)
            return false;
        positions.CopyTo(first, count, ordinates);
        var whole = (2 * count + DecimalLanes.Count - 1) / DecimalLanes.Count * DecimalLanes.Count; // what is left over from before is as good as anything
        return DecimalLanes.TrySplit(ordinates.AsSpan(0, whole), decimals, wholes, digits);
    }

    private int WriteSplit(int count, bool isBackwards, Span<byte> text)
    {
        ref var target = ref MemoryMarshal.GetReference(text);
        var (length, north) = (0, isNorthFirst ? 1 : 0);
        for (var i = 0; i < count; i++)
        {
            var place = 2 * (isBackwards ? count - 1 - i : i);
            Unsafe.Add(ref target, length++) = (byte)'[';
            length += DecimalLanes.Write(wholes[place + north], digits[place + north], ref Unsafe.Add(ref target, length));
            Unsafe.Add(ref target, length++) = (byte)',';
            length += DecimalLanes.Write(wholes[place + 1 - north], digits[place + 1 - north], ref Unsafe.Add(ref target, length));
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, length), (ushort)(']' | (',' << 8)));
            length += 2;
        }
        return length;
    }

    private int WriteEach(in WkbPositions positions, int from, int to, bool isBackwards, Span<byte> text)
    {
        var length = 0;
        for (var i = from; i < to; i++)
        {
            length += WritePosition(positions, isBackwards ? positions.Count - 1 - i : i, text[length..]);
            text[length++] = (byte)',';
        }
        return length;
    }

    private int WritePosition(in WkbPositions positions, int index, Span<byte> text)
    {
        var (x, y) = (positions.X(index), positions.Y(index));
        text[0] = (byte)'[';
        var length = 1 + FixedDecimals.Write(isNorthFirst ? y : x, decimals, text[1..]);
        text[length++] = (byte)',';
        length += FixedDecimals.Write(isNorthFirst ? x : y, decimals, text[length..]);
        if (positions.HasZ && double.IsFinite(positions.Z(index)))
        {
            text[length++] = (byte)',';
            length += FixedDecimals.Write(positions.Z(index), decimals, text[length..]);
        }
        text[length] = (byte)']';
        return length + 1;
    }

    private void Begin() => target.Append((byte)'[');

    private void End() => target.Append((byte)']');

    private void Separate(bool isNeeded)
    {
        if (isNeeded)
            target.Append((byte)',');
    }
}
