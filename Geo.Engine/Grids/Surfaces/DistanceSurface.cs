namespace Geo.Engine.Grids.Surfaces;

/// <summary>
/// Exact Euclidean distance to the nearest source cell, in strips: what <see cref="DistanceTransform.Euclidean"/> gives, bit for bit, without the whole
/// grid in memory. Kept are one bit for each cell and, at the edge of every strip of 64 rows, how far each column's nearest source is above and below; with these
/// two rows the columns of a strip are found again from its own cells.
/// Source: A. Meijster, J. Roerdink, W. Hesselink (2000), as there; the strips are this program's.
/// </summary>
public sealed class DistanceSurface : Surface
{
    private const int StripRows = 64;

    private readonly SourceBits _sources;
    private readonly ColumnEdges _edges;

    /// <summary>Prepares the distances.</summary>
    /// <param name="sources">Rows x columns; any value but 0 is a source. At most 32,767 rows and as many columns. Not needed any more afterwards.</param>
    /// <exception cref="ArgumentOutOfRangeException">The grid has more rows or columns than that.</exception>
    public DistanceSurface(Grid<byte> sources)
        : base(sources.Frame)
    {
        DistanceTransform.Guard(sources.Frame);
        _sources = new SourceBits(sources);
        _edges = new ColumnEdges(sources, StripRows);
    }

    /// <inheritdoc/>
    public override int RowsTogether => StripRows;

    /// <inheritdoc/>
    public override void Read(int firstRow, Span<float> cells)
    {
        if (_sources.IsEmpty)
        {
            cells.Fill(float.NaN);
            return;
        }
        var rows = new DistanceRow(Frame);
        var end = firstRow + (cells.Length / Frame.Columns);
        for (var row = firstRow; row < end;)
        {
            var strip = row / StripRows;
            var down = Columns(strip);
            for (; row < end && row / StripRows == strip; row++)
                rows.Fill(down.AsSpan((row - (strip * StripRows)) * Frame.Columns, Frame.Columns), cells.Slice((row - firstRow) * Frame.Columns, Frame.Columns));
        }
    }

    /// <summary>Rows to the nearest source of each column, for all rows of a strip.</summary>
    private ushort[] Columns(int strip)
    {
        var (first, columns) = (strip * StripRows, Frame.Columns);
        var rows = Math.Min(StripRows, Frame.Rows - first);
        var down = new ushort[rows * columns];
        var sources = new byte[columns];
        for (var row = 0; row < rows; row++)
        {
            _sources.Unpack(first + row, sources);
            var above = row == 0 ? _edges.Above(strip) : down.AsSpan((row - 1) * columns, columns);
            ColumnDistances.OneRowDown(sources, above, down.AsSpan(row * columns, columns));
        }
        for (var row = rows - 1; row >= 0; row--)
        {
            var below = row == rows - 1 ? _edges.Below(strip) : down.AsSpan((row + 1) * columns, columns);
            ColumnDistances.OneRowUp(below, down.AsSpan(row * columns, columns));
        }
        return down;
    }
}
