namespace Geo.Engine.Grids;

/// <summary>
/// The rows of an opened GeoTIFF, read some at a time, for work that never needs the whole grid at once. Several threads may read; the stream that
/// it was opened on must stay open.
/// </summary>
/// <typeparam name="T">The cell type.</typeparam>
public abstract class GeoTiffRows<T>
    where T : unmanaged
{
    private protected GeoTiffRows(GridFrame frame, int rowsTogether)
    {
        Frame = frame;
        RowsTogether = rowsTogether;
    }

    /// <summary>Where the cells lie.</summary>
    public GridFrame Frame { get; }

    /// <summary>Rows that are packed together, at least 1: reading whole multiples of it from one on unpacks nothing twice.</summary>
    public int RowsTogether { get; }

    /// <summary>Reads whole rows from <paramref name="firstRow"/> on, as many as <paramref name="cells"/> holds.</summary>
    /// <param name="firstRow">The first row, 0 at the top.</param>
    /// <param name="cells">A multiple of the frame's columns; filled row by row.</param>
    /// <exception cref="GeoTiffException">A part of the file is broken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rows are not all inside the frame.</exception>
    public abstract void Read(int firstRow, Span<T> cells);
}
