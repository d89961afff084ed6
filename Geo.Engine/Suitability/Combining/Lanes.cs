using System.Numerics;

namespace Geo.Engine.Suitability.Combining;

/// <summary>Vectors out of and into the cells of a run, of which the last may be fewer than a vector holds.</summary>
internal static class Lanes
{
    /// <summary>The cells from <paramref name="start"/>; 0 beyond <paramref name="length"/>.</summary>
    public static Vector<float> Load(ReadOnlySpan<float> cells, int start, int length)
    {
        if (length == Vector<float>.Count)
            return new Vector<float>(cells[start..]);
        Span<float> lanes = stackalloc float[Vector<float>.Count];
        lanes.Clear();
        cells.Slice(start, length).CopyTo(lanes);
        return new Vector<float>(lanes);
    }

    /// <summary>Writes the first <paramref name="length"/> lanes.</summary>
    public static void Store(Vector<float> values, Span<float> cells, int start, int length)
    {
        if (length == Vector<float>.Count)
        {
            values.CopyTo(cells[start..]);
            return;
        }
        Span<float> lanes = stackalloc float[Vector<float>.Count];
        values.CopyTo(lanes);
        lanes[..length].CopyTo(cells[start..]);
    }
}
