using System.Numerics;
using System.Runtime.InteropServices;

namespace Geo.Engine.Grids;

/// <summary>Takes differences along rows before packing, and sums them up after unpacking. Samples in native byte order on both sides.</summary>
/// <remarks>Source: TIFF 6.0, section 14 (horizontal differencing); Adobe Photoshop TIFF Technical Note 3, 2005 (floating point).</remarks>
internal static class TiffPredictor
{
    /// <summary>Replaces every sample but the first of the row by its difference to the one before; integers of 1, 2, 4 bytes, or float bits taken as such.</summary>
    public static void Difference(Span<byte> row, int sampleBytes) => Along(row, sampleBytes, undo: false);

    /// <summary>Undoes <see cref="Difference"/>.</summary>
    public static void Accumulate(Span<byte> row, int sampleBytes) => Along(row, sampleBytes, undo: true);

    /// <summary>Sorts the bytes of a row of floats into planes, highest byte first, and takes byte differences along all of them.</summary>
    public static void DifferenceFloats(ReadOnlySpan<byte> row, int sampleBytes, Span<byte> packed)
    {
        var samples = row.Length / sampleBytes;
        for (var plane = 0; plane < sampleBytes; plane++)
        {
            var target = packed.Slice(plane * samples, samples);
            var at = sampleBytes - 1 - plane;
            for (var i = 0; i < target.Length; i++, at += sampleBytes)
                target[i] = row[at];
        }

        Difference(packed, 1);
    }

    /// <summary>Undoes <see cref="DifferenceFloats"/>; <paramref name="packed"/> is overwritten on the way.</summary>
    public static void AccumulateFloats(Span<byte> packed, int sampleBytes, Span<byte> row)
    {
        Accumulate(packed, 1);
        var samples = row.Length / sampleBytes;
        for (var plane = 0; plane < sampleBytes; plane++)
        {
            var source = packed.Slice(plane * samples, samples);
            var at = sampleBytes - 1 - plane;
            for (var i = 0; i < source.Length; i++, at += sampleBytes)
                row[at] = source[i];
        }
    }

    private static void Along(Span<byte> row, int sampleBytes, bool undo)
    {
        switch (sampleBytes)
        {
            case 1:
                Along(row, undo);
                break;
            case 2:
                Along(MemoryMarshal.Cast<byte, ushort>(row), undo);
                break;
            case 4:
                Along(MemoryMarshal.Cast<byte, uint>(row), undo);
                break;
            default:
                Along(MemoryMarshal.Cast<byte, ulong>(row), undo);
                break;
        }
    }

    private static void Along<T>(Span<T> row, bool undo)
        where T : unmanaged, IBinaryInteger<T>
    {
        var before = T.Zero;
        for (var i = 0; i < row.Length; i++)
        {
            var value = row[i];
            row[i] = undo ? unchecked(value + before) : unchecked(value - before);
            before = undo ? row[i] : value;
        }
    }
}
