namespace Geo.Engine.Grids.Surfaces;

/// <summary>A grid in memory as a surface.</summary>
/// <param name="grid">The grid; must not change any more.</param>
public sealed class GridSurface(Grid<float> grid) : Surface(grid.Frame)
{
    /// <inheritdoc/>
    public override void Read(int firstRow, Span<float> cells) => grid.Cells.Slice(firstRow * Frame.Columns, cells.Length).CopyTo(cells);
}
