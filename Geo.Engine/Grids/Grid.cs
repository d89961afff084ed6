namespace Geo.Engine.Grids;

/// <summary>
/// Values on a <see cref="GridFrame"/>, row-major, rows x columns. In a <c>Grid&lt;float&gt;</c> NaN is nodata; other cell types
/// say themselves what stands for it.
/// </summary>
/// <typeparam name="T">The cell type.</typeparam>
public sealed class Grid<T>
    where T : unmanaged
{
    private readonly T[] _cells;

    /// <summary>A grid of default values.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The frame holds more cells than one array can.</exception>
    public Grid(GridFrame frame)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(frame.CellCount, Array.MaxLength, nameof(frame));
        Frame = frame;
        _cells = new T[frame.CellCount];
        LargePages.Hint(_cells);
    }

    /// <summary>A grid over an existing row-major array, which it takes over.</summary>
    /// <exception cref="ArgumentException">The array's length is not rows x columns.</exception>
    public Grid(GridFrame frame, T[] cells)
    {
        if (cells.Length != frame.CellCount)
            throw new ArgumentException($"{cells.Length} values for {frame.Rows} x {frame.Columns} cells", nameof(cells));
        Frame = frame;
        _cells = cells;
    }

    /// <summary>Where the cells lie.</summary>
    public GridFrame Frame { get; }

    /// <summary>All cells, row-major.</summary>
    public Span<T> Cells => _cells;

    /// <summary>The value of one cell.</summary>
    public ref T this[int row, int column] => ref Row(row)[column];

    /// <summary>One row, left to right.</summary>
    public Span<T> Row(int row) => _cells.AsSpan(row * Frame.Columns, Frame.Columns);

    /// <summary>A copy without the halo of <paramref name="cells"/> cells on every side.</summary>
    public Grid<T> WithoutHalo(int cells)
    {
        var inner = Frame with
        {
            Left = Frame.Left + (cells * Frame.CellSizeMetres),
            Top = Frame.Top - (cells * Frame.CellSizeMetres),
            Rows = Frame.Rows - (2 * cells),
            Columns = Frame.Columns - (2 * cells),
        };
        var result = new Grid<T>(inner);
        for (var row = 0; row < inner.Rows; row++)
            Row(row + cells).Slice(cells, inner.Columns).CopyTo(result.Row(row));
        return result;
    }
}
