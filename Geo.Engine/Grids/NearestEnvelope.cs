namespace Geo.Engine.Grids;

/// <summary>
/// <see cref="LowerEnvelope"/> that keeps who is nearest. Each parabola is lifted by its source's row-major index, an amount too small to
/// change any order but that of equals: heights are squared distances times the number of cells, plus the index. No two are ever
/// equal, so the lowest index wins every tie. Holds work space; not to be shared between threads.
/// </summary>
internal sealed class NearestEnvelope(Grid<byte> sources)
{
    private readonly int _columns = sources.Frame.Columns;
    private readonly long _cells = sources.Frame.CellCount;
    private readonly int[] _stands = new int[sources.Frame.Columns];
    private readonly long[] _heights = new long[sources.Frame.Columns];
    private readonly int[] _firsts = new int[sources.Frame.Columns + 1];
    private readonly int[] _indices = new int[sources.Frame.Columns];

    /// <summary>Row-major index of the source nearest to each cell of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="down">Rows to the nearest source in each column, as <see cref="ColumnDistances"/> gives them, not all without.</param>
    /// <param name="nearest">Filled with the indices; may be the memory of <paramref name="down"/>.</param>
    public void Nearest(int row, ReadOnlySpan<ushort> down, Span<int> nearest)
    {
        var top = -1;
        for (var column = 0; column < _columns; column++)
        {
            if (down[column] < ColumnDistances.None)
                top = Push(top, column, (down[column], IndexOf(row, column, down[column])));
        }
        _firsts[top + 1] = _columns;
        for (var i = 0; i <= top; i++)
            nearest[_firsts[i].._firsts[i + 1]].Fill(_indices[i]);
    }

    private int IndexOf(int row, int column, int down)
    {
        var isAbove = row >= down && sources[row - down, column] != 0;
        return ((isAbove ? row - down : row + down) * _columns) + column;
    }

    private int Push(int top, int column, (int Down, int Index) source)
    {
        var height = ((long)source.Down * source.Down * _cells) + source.Index;
        while (top >= 0 && At(_firsts[top], column, height) < At(_firsts[top], _stands[top], _heights[top]))
            top--;
        var first = top < 0 ? 0 : FirstBelow(column, height, top);
        if (first >= _columns)
            return top;
        top++;
        (_stands[top], _heights[top], _firsts[top], _indices[top]) = (column, height, first, source.Index);
        return top;
    }

    private long At(int x, int stand, long height) => ((long)(x - stand) * (x - stand) * _cells) + height;

    private int FirstBelow(int column, long height, int top)
    {
        var stand = _stands[top];
        var rise = ((long)(column - stand) * (column + stand) * _cells) + height - _heights[top];
        return (int)FloorQuotient(rise, 2 * (column - stand) * _cells) + 1;
    }

    private static long FloorQuotient(long dividend, long divisor) =>
        (dividend / divisor) - (dividend % divisor < 0 ? 1 : 0);
}
