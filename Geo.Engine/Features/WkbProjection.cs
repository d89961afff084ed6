using System.Buffers.Binary;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Features;

/// <summary>Brings geometries into another system where they lie as bytes.</summary>
/// <param name="projection">From the geometries' system to another.</param>
/// <param name="farthest">A limit of ordinates in the other system: what reaches it has no place there.</param>
public sealed class WkbProjection(Projection projection, double farthest)
{
    /// <summary>Turns every position in place; heights and measures stay. False, with the bytes half done, when one has no place in the other system.</summary>
    /// <param name="wkb">A geometry as a <see cref="FeatureRow"/> gives it.</param>
    public bool TryTransform(Span<byte> wkb)
    {
        var cursor = new WkbCursor(wkb);
        return TryTransform(ref cursor, wkb);
    }

    private bool TryTransform(ref WkbCursor cursor, Span<byte> wkb)
    {
        cursor.ReadByteOrder();
        var type = cursor.ReadType();
        var isPlaced = true;
        switch (type.Code)
        {
            case WkbType.Point:
                return TryTransform(ref cursor, wkb, type, 1);
            case WkbType.LineString:
                return TryTransform(ref cursor, wkb, type, cursor.ReadUInt32());
            case WkbType.Polygon:
                for (var left = cursor.ReadUInt32(); left > 0 && isPlaced; left--)
                    isPlaced = TryTransform(ref cursor, wkb, type, cursor.ReadUInt32());
                return isPlaced;
            default:
                for (var left = cursor.ReadUInt32(); left > 0 && isPlaced; left--)
                    isPlaced = TryTransform(ref cursor, wkb);
                return isPlaced;
        }
    }

    private bool TryTransform(ref WkbCursor cursor, Span<byte> wkb, WkbType type, uint count)
    {
        for (; count > 0; count--)
        {
            var at = wkb.Slice(cursor.Position, type.PositionSize);
            var (storedX, storedY) = (cursor.ReadDouble(), cursor.ReadDouble());
            cursor.Skip(type.PositionSize - 16);
            if (double.IsNaN(storedX))
                continue; // an empty point
            var (x, y) = projection.Transform(storedX, storedY);
            if (!(Math.Abs(x) < farthest && Math.Abs(y) < farthest))
                return false;
            Write(at, x, cursor.IsLittleEndian);
            Write(at[8..], y, cursor.IsLittleEndian);
        }
        return true;
    }

    private static void Write(Span<byte> at, double ordinate, bool isLittleEndian)
    {
        if (isLittleEndian)
            BinaryPrimitives.WriteDoubleLittleEndian(at, ordinate);
        else
            BinaryPrimitives.WriteDoubleBigEndian(at, ordinate);
    }
}
