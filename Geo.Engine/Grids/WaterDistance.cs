namespace Geo.Engine.Grids;

/// <summary>
/// Shortest ways through water between cell centres, in whole fifths of a cell: 5 to a side neighbour, 7 to a diagonal one (water that meets at a corner
/// is joined), 11 a knight's move where both cells under it are water. Within 2 percent of the Euclidean length in open water.
/// </summary>
/// <remarks>
/// Source: G. Borgefors, Distance transformations in digital images, 1986 (5-7-11 masks); R. B. Dial, Algorithm 360: shortest-path forest with
/// topological ordering, 1969 (buckets instead of a heap, since all steps are small whole numbers).
/// </remarks>
internal sealed class WaterDistance
{
    /// <summary>Steps to a cell's width.</summary>
    public const int StepsPerCell = 5;

    /// <summary>The distance of a cell that no water leads to.</summary>
    public const int Unreached = int.MaxValue;

    private const int LongestStep = 11;

    private readonly Grid<byte> _water;
    private readonly int _columns;
    private readonly List<int>[] _buckets = new List<int>[LongestStep + 1];

    /// <summary>Room for distances on a grid whose non-zero cells are water.</summary>
    public WaterDistance(Grid<byte> water)
    {
        _water = water;
        _columns = water.Frame.Columns;
        Steps = new int[water.Frame.CellCount];
        for (var i = 0; i < _buckets.Length; i++)
            _buckets[i] = [];
    }

    /// <summary>Row-major distances from the last source.</summary>
    public int[] Steps { get; }

    /// <summary>Fills <see cref="Steps"/> from a water cell, no farther than <paramref name="most"/> steps.</summary>
    public void From(int source, long most, CancellationToken cancellation)
    {
        Steps.AsSpan().Fill(Unreached);
        Steps[source] = 0;
        _buckets[0].Add(source);
        for (var (distance, waiting) = (0, 1); waiting > 0; distance++)
        {
            var bucket = _buckets[distance % _buckets.Length];
            waiting -= bucket.Count;
            for (var i = 0; i < bucket.Count; i++)
            {
                // A cell may stand in several buckets; only the first one counts.
                if (Steps[bucket[i]] == distance && distance < most)
                    waiting += Spread(bucket[i], distance, most);
            }

            bucket.Clear();
            if (distance % 256 == 0)
                cancellation.ThrowIfCancellationRequested();
        }
    }

    // Around the cell, by quarter turns: the side, the diagonal clockwise of it, and the two knight's moves between.
    private int Spread(int cell, int distance, long most)
    {
        var (row, column) = (cell / _columns, cell % _columns);
        var added = 0;
        var (down, right) = (0, 1);
        for (var turn = 0; turn < 4; turn++)
        {
            var (sideDown, sideRight) = (right, -down);
            var ahead = IsWater(row + down, column + right);
            var aside = IsWater(row + sideDown, column + sideRight);
            var diagonal = IsWater(row + down + sideDown, column + right + sideRight);
            if (ahead)
                added += Reach(row + down, column + right, distance + 5, most);
            if (diagonal)
                added += Reach(row + down + sideDown, column + right + sideRight, distance + 7, most);
            if (diagonal && ahead && IsWater(row + (2 * down) + sideDown, column + (2 * right) + sideRight))
                added += Reach(row + (2 * down) + sideDown, column + (2 * right) + sideRight, distance + 11, most);
            if (diagonal && aside && IsWater(row + down + (2 * sideDown), column + right + (2 * sideRight)))
                added += Reach(row + down + (2 * sideDown), column + right + (2 * sideRight), distance + 11, most);
            (down, right) = (sideDown, sideRight);
        }

        return added;
    }

    private bool IsWater(int row, int column) =>
        (uint)row < (uint)_water.Frame.Rows && (uint)column < (uint)_columns && _water.Cells[(row * _columns) + column] != 0;

    private int Reach(int row, int column, int distance, long most)
    {
        var cell = (row * _columns) + column;
        if (distance >= Steps[cell] || distance > most)
            return 0;
        Steps[cell] = distance;
        _buckets[distance % _buckets.Length].Add(cell);
        return 1;
    }
}
