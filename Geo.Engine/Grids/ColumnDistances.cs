using System.Numerics;
using System.Runtime.InteropServices;

namespace Geo.Engine.Grids;

/// <summary>Distances within columns: the first half of <see cref="DistanceTransform"/>.</summary>
internal static class ColumnDistances
{
    /// <summary>Stands for a column without a source: more than any distance, and may be counted up by one row more.</summary>
    public const ushort None = 40_000;

    // Columns swept together: their two neighbouring rows stay in the nearest cache, and a strip of the sources in the next.
    private const int ColumnsTogether = 512;

    /// <summary>
    /// Rows to the nearest source in the same column, up or down; <see cref="None"/> or more where there is none. They are written into the first half
    /// of each row of a grid of four-byte cells, and read there by <see cref="Row"/>, until the answer takes their place.
    /// </summary>
    public static void Write<T>(Grid<byte> sources, Grid<T> into, int threads, CancellationToken cancellation)
        where T : unmanaged
    {
        void Strip(int from, int to)
        {
            SweepDown(sources, into, from, to);
            SweepUp(into, from, to);
        }
        GridRows.ForEachStrip(sources.Frame.Columns, threads, Strip, cancellation, ColumnsTogether);
    }

    /// <summary>The distances of a row, as long as the row.</summary>
    public static Span<ushort> Row<T>(Grid<T> grid, int row)
        where T : unmanaged => MemoryMarshal.Cast<T, ushort>(grid.Row(row))[..grid.Frame.Columns];

    private static void SweepDown<T>(Grid<byte> sources, Grid<T> into, int from, int to)
        where T : unmanaged
    {
        Span<ushort> none = stackalloc ushort[to - from];
        none.Fill(None);
        ReadOnlySpan<ushort> above = none;
        for (var row = 0; row < sources.Frame.Rows; row++)
        {
            var here = Row(into, row)[from..to];
            OneRowDown(sources.Row(row)[from..to], above, here);
            above = here;
        }
    }

    private static void SweepUp<T>(Grid<T> into, int from, int to)
        where T : unmanaged
    {
        for (var row = into.Frame.Rows - 2; row >= 0; row--)
            OneRowUp(Row(into, row + 1)[from..to], Row(into, row)[from..to]);
    }

    /// <summary>Distances of a row to the nearest source at or above it.</summary>
    /// <param name="sources">The row; any value but 0 is a source.</param>
    /// <param name="above">The same of the row above.</param>
    /// <param name="here">Filled.</param>
    public static void OneRowDown(ReadOnlySpan<byte> sources, ReadOnlySpan<ushort> above, Span<ushort> here)
    {
        var column = 0;
        var width = Vector<ushort>.Count;
        for (; column <= here.Length - (2 * width); column += 2 * width)
        {
            Vector.Widen(new Vector<byte>(sources[column..]), out var low, out var high);
            StepDown(low, above[column..], here[column..]);
            StepDown(high, above[(column + width)..], here[(column + width)..]);
        }
        for (; column < here.Length; column++)
            here[column] = sources[column] != 0 ? (ushort)0 : Math.Min(None, (ushort)(above[column] + 1));
    }

    private static void StepDown(Vector<ushort> sources, ReadOnlySpan<ushort> above, Span<ushort> here)
    {
        var next = Vector.Min(new Vector<ushort>(above) + Vector<ushort>.One, new Vector<ushort>(None));
        Vector.ConditionalSelect(Vector.Equals(sources, Vector<ushort>.Zero), next, Vector<ushort>.Zero).CopyTo(here);
    }

    /// <summary>Makes of the distances to what is above those to what is nearest, above or below.</summary>
    /// <param name="below">The distances of the row below, to the nearest above or below or to the nearest below.</param>
    /// <param name="here">Distances to the nearest above; lowered.</param>
    public static void OneRowUp(ReadOnlySpan<ushort> below, Span<ushort> here)
    {
        var vectors = MemoryMarshal.Cast<ushort, Vector<ushort>>(here);
        var belowVectors = MemoryMarshal.Cast<ushort, Vector<ushort>>(below);
        for (var i = 0; i < vectors.Length; i++)
            vectors[i] = Vector.Min(vectors[i], belowVectors[i] + Vector<ushort>.One);
        for (var column = vectors.Length * Vector<ushort>.Count; column < here.Length; column++)
            here[column] = Math.Min(here[column], (ushort)(below[column] + 1));
    }
}
