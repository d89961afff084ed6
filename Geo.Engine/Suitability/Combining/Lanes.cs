using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Geo.Engine.Suitability.Combining;

/// <summary>Vectors of eight out of and into the cells of a run, of which the last may be fewer than a vector holds.</summary>
internal static class Lanes
{
    /// <summary>The cells from <paramref name="start"/>; 0 beyond <paramref name="length"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)] // once for each criterion of eight cells
    public static Vector256<float> Load(ReadOnlySpan<float> cells, int start, int length) =>
        length == Vector256<float>.Count ? Vector256.Create(cells[start..]) : LoadFew(cells.Slice(start, length));

    /// <summary>Writes the first <paramref name="length"/> lanes.</summary>
    public static void Store(Vector256<float> values, Span<float> cells, int start, int length)
    {
        if (length == Vector256<float>.Count)
        {
            values.CopyTo(cells[start..]);
            return;
        }
        Span<float> lanes = stackalloc float[Vector256<float>.Count];
        values.CopyTo(lanes);
        lanes[..length].CopyTo(cells[start..]);
    }

    private static Vector256<float> LoadFew(ReadOnlySpan<float> cells)
    {
        Span<float> lanes = stackalloc float[Vector256<float>.Count];
        lanes.Clear();
        cells.CopyTo(lanes);
        return Vector256.Create<float>(lanes);
    }
}
