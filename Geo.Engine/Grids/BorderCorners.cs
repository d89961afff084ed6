using System.Runtime.CompilerServices;

namespace Geo.Engine.Grids;

/// <summary>
/// The corners of cells where a border between labels turns or borders meet, in row-major order, and the border lines between them.
/// A corner (row, column) is the top-left one of the cell with that row and column; the frame's outer edge is a border to label 0.
/// <code>
///            up
///     cell    |    cell
///     left  --+--  right     one bit for each border line that ends in the corner
///     cell    |    cell
///            down
/// </code>
/// </summary>
internal sealed class BorderCorners
{
    private readonly int[] _rowStarts;
    private readonly int[] _columns;
    private readonly byte[] _lines;
    private readonly int[] _rows;
    private readonly int[] _above;
    private readonly int[] _below;

    private BorderCorners(int[] rowStarts)
    {
        var count = rowStarts[^1];
        _rowStarts = rowStarts;
        _columns = new int[count];
        _lines = new byte[count];
        _rows = new int[count];
        _above = new int[count];
        _below = new int[count];
    }

    /// <summary>Number of corners.</summary>
    public int Count => _columns.Length;

    /// <summary>Where a corner lies.</summary>
    public (int Row, int Column) Position(int corner) => (_rows[corner], _columns[corner]);

    /// <summary>Whether a border line leaves a corner in a direction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool HasLine(int corner, Direction direction) => (_lines[corner] & (1 << (int)direction)) != 0;

    /// <summary>The corner at the other end of the border line in a direction; only where <see cref="HasLine"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next(int corner, Direction direction) => direction switch
    {
        Direction.Right => corner + 1,
        Direction.Left => corner - 1,
        Direction.Up => _above[corner],
        _ => _below[corner],
    };

    /// <summary>The corners of a grid.</summary>
    public static BorderCorners Of(RowRuns<int> runs, int threads, CancellationToken cancellation)
    {
        var rows = runs.Frame.Rows + 1;
        var starts = new int[rows + 1];
        void Count(int from, int to)
        {
            for (var row = from; row < to; row++)
            {
                for (var scan = new CornerScan(runs, row); scan.MoveNext();)
                    starts[row + 1]++;
            }
        }
        GridRows.ForEachStrip(rows, threads, Count, cancellation);
        for (var row = 0; row < rows; row++)
            starts[row + 1] += starts[row];
        var corners = new BorderCorners(starts);
        void Fill(int from, int to)
        {
            for (var row = from; row < to; row++)
                corners.FillRow(runs, row);
        }
        GridRows.ForEachStrip(rows, threads, Fill, cancellation);
        corners.LinkColumns(runs.Frame.Columns);
        return corners;
    }

    private void FillRow(RowRuns<int> runs, int row)
    {
        var next = _rowStarts[row];
        for (var scan = new CornerScan(runs, row); scan.MoveNext(); next++)
            (_rows[next], _columns[next], _lines[next]) = (row, scan.Column, scan.Lines);
    }

    private void LinkColumns(int columns)
    {
        var last = new int[columns + 1];
        for (var corner = 0; corner < Count; corner++)
        {
            var column = _columns[corner];
            if (HasLine(corner, Direction.Up))
                (_above[corner], _below[last[column]]) = (last[column], corner);
            last[column] = corner;
        }
    }
}
