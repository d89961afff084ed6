using System.Numerics;

namespace Geo.Engine.Grids;

/// <summary>
/// The lower envelope of the parabolas (x - i)^2 + g_i^2 over one row, the second half of <see cref="DistanceTransform"/>. Holds the work
/// space for rows of one length; not to be shared between threads.
/// </summary>
internal sealed class LowerEnvelope(int columns)
{
    // The parabolas of the envelope from left to right: where each stands, its height there, and the first cell in which it is the lowest.
    private readonly int[] _stands = new int[columns];
    private readonly int[] _heights = new int[columns];
    private readonly int[] _firsts = new int[columns + 1];
    private readonly int[] _squares = new int[columns];

    /// <summary>Distances of one row.</summary>
    /// <param name="down">Rows to the nearest source in each column; <see cref="ColumnDistances.None"/> or more for none, and not all of them.</param>
    /// <param name="cellSizeMetres">Side of a cell, metres.</param>
    /// <param name="metres">Filled with the distance of each cell, metres.</param>
    public void Distances(ReadOnlySpan<ushort> down, double cellSizeMetres, Span<float> metres)
    {
        var count = Build(down);
        Evaluate(count);
        Root(_squares.AsSpan(0, metres.Length), cellSizeMetres, metres);
    }

    private int Build(ReadOnlySpan<ushort> down)
    {
        var top = -1;
        for (var column = 0; column < down.Length; column++)
        {
            if (down[column] >= ColumnDistances.None)
                continue;
            var height = down[column] * down[column];
            while (top >= 0 && IsBelow(column, height, top))
                top--;
            var first = top < 0 ? 0 : FirstBelow(column, height, top);
            if (first >= columns)
                continue;
            top++;
            (_stands[top], _heights[top], _firsts[top]) = (column, height, first);
        }
        return top + 1;
    }

    // Whether the parabola on the column is lower than the topmost one where that one's reign begins: then it never reigns.
    private bool IsBelow(int column, int height, int top)
    {
        var first = _firsts[top];
        var (ours, theirs) = (first - column, first - _stands[top]);
        return (ours * ours) + height < (theirs * theirs) + _heights[top];
    }

    // The first cell where the parabola on the column is lower than the topmost one. The quotient of two whole numbers below 2^53 rounds to a
    // whole number only where it is one, so its floor is exact.
    private int FirstBelow(int column, int height, int top)
    {
        var stand = _stands[top];
        var rise = ((double)(column - stand) * (column + stand)) + (height - _heights[top]);
        return (int)Math.Floor(rise / (2 * (column - stand))) + 1;
    }

    private void Evaluate(int count)
    {
        _firsts[count] = columns;
        for (var i = 0; i < count; i++)
        {
            var (stand, height) = (_stands[i], _heights[i]);
            for (var column = _firsts[i]; column < _firsts[i + 1]; column++)
                _squares[column] = ((column - stand) * (column - stand)) + height;
        }
    }

    private static void Root(ReadOnlySpan<int> squares, double cellSizeMetres, Span<float> metres)
    {
        var column = 0;
        for (; column <= squares.Length - Vector<int>.Count; column += Vector<int>.Count)
        {
            Vector.Widen(new Vector<int>(squares[column..]), out var low, out var high);
            var first = Vector.SquareRoot(Vector.ConvertToDouble(low)) * cellSizeMetres;
            var second = Vector.SquareRoot(Vector.ConvertToDouble(high)) * cellSizeMetres;
            Vector.Narrow(first, second).CopyTo(metres[column..]);
        }
        for (; column < squares.Length; column++)
            metres[column] = (float)(Math.Sqrt(squares[column]) * cellSizeMetres);
    }
}
