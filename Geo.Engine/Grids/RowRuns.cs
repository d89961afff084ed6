using System.Numerics;
using System.Runtime.Intrinsics;

namespace Geo.Engine.Grids;

/// <summary>
/// A grid as runs of equal cells within rows: what follows works on runs, of which real maps have a hundred times fewer than cells.
/// Runs are numbered in row-major order.
/// </summary>
/// <typeparam name="T">The cell type.</typeparam>
internal sealed class RowRuns<T>
    where T : unmanaged, IEquatable<T>
{
    private readonly int[] _rowStarts;
    private readonly int[] _firsts;
    private readonly T[] _values;

    private RowRuns(GridFrame frame, int[] rowStarts)
    {
        Frame = frame;
        _rowStarts = rowStarts;
        _firsts = new int[rowStarts[^1]];
        _values = new T[rowStarts[^1]];
    }

    /// <summary>Where the cells lie.</summary>
    public GridFrame Frame { get; }

    /// <summary>Number of runs.</summary>
    public int Count => _firsts.Length;

    /// <summary>Value of each run.</summary>
    public ReadOnlySpan<T> Values => _values;

    /// <summary>First column of each run.</summary>
    public ReadOnlySpan<int> Firsts => _firsts;

    /// <summary>Number of the first run of a row; for the row after the last, the number of runs.</summary>
    public int RowStart(int row) => _rowStarts[row];

    /// <summary>The column after the last one of a run of a row.</summary>
    public int End(int row, int run) => run + 1 < _rowStarts[row + 1] ? _firsts[run + 1] : Frame.Columns;

    /// <summary>The run that holds a cell.</summary>
    public int RunAt(int row, int column)
    {
        var start = _rowStarts[row];
        var found = _firsts.AsSpan(start.._rowStarts[row + 1]).BinarySearch(column);
        return start + (found >= 0 ? found : ~found - 1);
    }

    /// <summary>The runs of a grid.</summary>
    public static RowRuns<T> Of(Grid<T> grid, int threads, CancellationToken cancellation)
    {
        var rows = grid.Frame.Rows;
        var starts = new int[rows + 1];
        void Count(int from, int to)
        {
            for (var row = from; row < to; row++)
                starts[row + 1] = 1 + CountChanges(grid.Row(row));
        }
        GridRows.ForEachStrip(rows, threads, Count, cancellation);
        for (var row = 0; row < rows; row++)
            starts[row + 1] += starts[row];
        var runs = new RowRuns<T>(grid.Frame, starts);
        void Fill(int from, int to)
        {
            for (var row = from; row < to; row++)
                runs.FillRow(row, grid.Row(row));
        }
        GridRows.ForEachStrip(rows, threads, Fill, cancellation);
        return runs;
    }

    private void FillRow(int row, ReadOnlySpan<T> cells)
    {
        var firsts = _firsts.AsSpan(_rowStarts[row].._rowStarts[row + 1]);
        var count = 1;
        var column = 1;
        for (; column <= cells.Length - Vector256<T>.Count; column += Vector256<T>.Count)
        {
            for (var changes = Changes(cells, column); changes != 0; changes &= changes - 1)
                firsts[count++] = column + BitOperations.TrailingZeroCount(changes);
        }
        for (; column < cells.Length; column++)
        {
            if (!cells[column].Equals(cells[column - 1]))
                firsts[count++] = column;
        }
        var values = _values.AsSpan(_rowStarts[row], firsts.Length);
        for (var i = 0; i < firsts.Length; i++)
            values[i] = cells[firsts[i]];
    }

    private static int CountChanges(ReadOnlySpan<T> cells)
    {
        var count = 0;
        var column = 1;
        for (; column <= cells.Length - Vector256<T>.Count; column += Vector256<T>.Count)
            count += BitOperations.PopCount(Changes(cells, column));
        for (; column < cells.Length; column++)
            count += cells[column].Equals(cells[column - 1]) ? 0 : 1;
        return count;
    }

    // One bit for each cell of the vector at column that differs from the cell left of it.
    private static uint Changes(ReadOnlySpan<T> cells, int column)
    {
        var same = Vector256.Equals(Vector256.Create(cells[column..]), Vector256.Create(cells[(column - 1)..]));
        return (~same).ExtractMostSignificantBits();
    }
}
