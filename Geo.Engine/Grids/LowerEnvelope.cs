namespace Geo.Engine.Grids;

/// <summary>
/// The lower envelope of the parabolas (x - i)^2 + g_i^2 over one row, the second half of <see cref="DistanceTransform"/>. The parabolas
/// of the envelope are the corners of the lower convex hull of the points (i, i^2 + g_i^2), and two neighbours meet at half the slope
/// between their points: so the envelope is found by cross products of whole numbers, and divisions wait for those that are left.
/// Holds the work space for rows of one length; not to be shared between threads.
/// Source of the hull: A. Andrew, Another efficient algorithm for convex hulls in two dimensions (1979).
/// </summary>
internal sealed class LowerEnvelope(int columns)
{
    // Corners of the hull from left to right, and for each cell the corner that begins to reign there, else 0.
    private readonly int[] _columns = new int[columns];
    private readonly int[] _heights = new int[columns];
    private readonly int[] _begins = new int[columns + 1];

    /// <summary>Squared distances of one row, in cells.</summary>
    /// <param name="down">Rows to the nearest source in each column; <see cref="ColumnDistances.None"/> or more for none, and not all of them.</param>
    /// <param name="squares">As long as the row.</param>
    public void Fill(ReadOnlySpan<ushort> down, Span<int> squares)
    {
        var corners = Hull(down, _columns, _heights);
        FindReigns(corners);
        var corner = 0;
        for (var column = 0; column < squares.Length; column++)
        {
            corner = Math.Max(corner, _begins[column]);
            squares[column] = (column * (column - (2 * _columns[corner]))) + _heights[corner];
        }
    }

    private static int Hull(ReadOnlySpan<ushort> down, Span<int> columns, Span<int> heights)
    {
        var top = -1;
        for (var column = 0; column < down.Length; column++)
        {
            if (down[column] >= ColumnDistances.None)
                continue;
            var height = (down[column] * down[column]) + (column * column);
            for (; top >= 1; top--)
            {
                long before = columns[top] - columns[top - 1];
                long after = column - columns[top];
                if ((height - heights[top]) * before > (heights[top] - heights[top - 1]) * after)
                    break;
            }
            top++;
            (columns[top], heights[top]) = (column, height);
        }
        return top + 1;
    }

    // The quotient of two whole numbers below 2^53 rounds to a whole number only where it is one, so its floor is exact.
    private void FindReigns(int corners)
    {
        _begins.AsSpan().Clear();
        for (var corner = 1; corner < corners; corner++)
        {
            var meets = (_heights[corner] - _heights[corner - 1]) / (2.0 * (_columns[corner] - _columns[corner - 1]));
            _begins[(int)Math.Clamp(Math.Floor(meets) + 1, 0, columns)] = corner;
        }
    }
}
