using System.Buffers;

namespace Geo.Engine.Grids.Surfaces;

/// <summary>A surface without the halo of so many cells on every side that it was computed with.</summary>
public sealed class InnerSurface : Surface
{
    private readonly Surface _outer;
    private readonly int _halo;

    /// <summary>Cuts the halo off.</summary>
    /// <param name="outer">A surface on <paramref name="frame"/> with its halo.</param>
    /// <param name="frame">The frame inside.</param>
    /// <param name="haloCells">Width of the halo, cells.</param>
    /// <exception cref="ArgumentException">The outer surface is not as large as that.</exception>
    public InnerSurface(Surface outer, GridFrame frame, int haloCells)
        : base(frame)
    {
        if (outer.Frame.Columns != frame.Columns + (2 * haloCells) || outer.Frame.Rows != frame.Rows + (2 * haloCells))
            throw new ArgumentException($"{outer.Frame.Rows} x {outer.Frame.Columns} cells around {frame.Rows} x {frame.Columns} with a halo of {haloCells}", nameof(outer));
        (_outer, _halo) = (outer, haloCells);
    }

    /// <inheritdoc/>
    public override int RowsTogether => _outer.RowsTogether;

    /// <inheritdoc/>
    public override void Read(int firstRow, Span<float> cells)
    {
        var columns = _outer.Frame.Columns;
        var rows = cells.Length / Frame.Columns;
        // Strips are megabytes: new memory for each would be cleared by the system first.
        var outer = ArrayPool<float>.Shared.Rent(rows * columns);
        _outer.Read(firstRow + _halo, outer.AsSpan(0, rows * columns));
        for (var row = 0; row < rows; row++)
            outer.AsSpan((row * columns) + _halo, Frame.Columns).CopyTo(cells[(row * Frame.Columns)..]);
        ArrayPool<float>.Shared.Return(outer);
    }
}
