using System.Numerics.Tensors;

namespace Geo.Engine.Grids.Surfaces;

/// <summary>
/// Share of some categories among the cells with a category whose centres lie within a radius of the cell's own, 0 to 1; the cell itself counts. Cells without a category, and what
/// lies beyond the surface, count neither way; no value where none is left. Counts are whole numbers, so the share is exact but for one division.
/// </summary>
public sealed class ClassShareSurface : Surface
{
    private readonly Surface _codes;
    private readonly float[] _wanted;
    private readonly int[] _halves;

    /// <summary>Looks around each cell.</summary>
    /// <param name="codes">Codes of categories.</param>
    /// <param name="wanted">The codes whose share is asked for.</param>
    /// <param name="radiusMetres">The radius, metres, at least 0; a centre at exactly this distance counts.</param>
    public ClassShareSurface(Surface codes, IReadOnlyList<int> wanted, double radiusMetres)
        : base(codes.Frame)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(radiusMetres);
        _codes = codes;
        _wanted = [.. wanted.Select(c => (float)c)];
        var cells = radiusMetres / codes.Frame.CellSizeMetres;
        _halves = [.. Enumerable.Range(0, (int)cells + 1).Select(down => (int)Math.Sqrt((cells * cells) - ((double)down * down)))];
    }

    /// <inheritdoc/>
    public override int RowsTogether => Math.Max(_codes.RowsTogether, 2 * _halves.Length);

    /// <inheritdoc/>
    public override void Read(int firstRow, Span<float> cells)
    {
        var reach = _halves.Length - 1;
        var columns = Frame.Columns;
        var first = Math.Max(0, firstRow - reach);
        var last = Math.Min(Frame.Rows, firstRow + (cells.Length / columns) + reach);
        var counts = new RunningCounts(columns, reach, last - first);
        var row = new float[columns];
        for (var r = first; r < last; r++)
        {
            _codes.Read(r, row);
            counts.Set(r - first, row, _wanted);
        }
        Span<int> within = new int[columns], known = new int[columns];
        for (var r = firstRow; !cells.IsEmpty; r++, cells = cells[columns..])
        {
            within.Clear();
            known.Clear();
            for (var other = Math.Max(first, r - reach); other <= Math.Min(last - 1, r + reach); other++)
                counts.AddTo(other - first, _halves[Math.Abs(other - r)], within, known);
            for (var column = 0; column < columns; column++)
                cells[column] = known[column] == 0 ? float.NaN : (float)((double)within[column] / known[column]);
        }
    }

    /// <summary>Running counts along rows, with room on both sides so that a reach over the edge needs no question.</summary>
    private sealed class RunningCounts(int columns, int reach, int rows)
    {
        private readonly int[][] _within = [.. Enumerable.Range(0, rows).Select(_ => new int[columns + (2 * reach) + 1])];
        private readonly int[][] _known = [.. Enumerable.Range(0, rows).Select(_ => new int[columns + (2 * reach) + 1])];

        public void Set(int row, ReadOnlySpan<float> codes, ReadOnlySpan<float> wanted)
        {
            var (within, known) = (_within[row], _known[row]);
            for (var column = 0; column < columns; column++)
            {
                within[reach + column + 1] = within[reach + column] + (wanted.Contains(codes[column]) ? 1 : 0);
                known[reach + column + 1] = known[reach + column] + (float.IsNaN(codes[column]) ? 0 : 1);
            }
            within.AsSpan(reach + columns + 1).Fill(within[reach + columns]);
            known.AsSpan(reach + columns + 1).Fill(known[reach + columns]);
        }

        public void AddTo(int row, int half, Span<int> within, Span<int> known)
        {
            Add(_within[row], half, within);
            Add(_known[row], half, known);
        }

        private void Add(ReadOnlySpan<int> counts, int half, Span<int> sums)
        {
            TensorPrimitives.Add(sums, counts.Slice(reach + half + 1, sums.Length), sums);
            TensorPrimitives.Subtract(sums, counts.Slice(reach - half, sums.Length), sums);
        }
    }
}
