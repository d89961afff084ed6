namespace Geo.Engine.Grids;

/// <summary>Along one axis: which source cells each target cell covers, and how much of each of them.</summary>
internal sealed class AxisOverlap
{
    // Frames that share edges on paper differ by rounding; slivers thinner than this part of a source cell are none.
    private const double Sliver = 1e-9;

    private readonly int[] _first;
    private readonly double[][] _shares;

    private AxisOverlap(int[] first, double[][] shares)
    {
        _first = first;
        _shares = shares;
    }

    /// <summary>Columns of the source under columns of the target.</summary>
    public static AxisOverlap Columns(GridFrame source, GridFrame target) =>
        Between((target.Left - source.Left) / source.CellSizeMetres, target.CellSizeMetres / source.CellSizeMetres, target.Columns, source.Columns);

    /// <summary>Rows of the source under rows of the target.</summary>
    public static AxisOverlap Rows(GridFrame source, GridFrame target) =>
        Between((source.Top - target.Top) / source.CellSizeMetres, target.CellSizeMetres / source.CellSizeMetres, target.Rows, source.Rows);

    /// <summary>The first source cell under a target cell.</summary>
    public int First(int target) => _first[target];

    /// <summary>The shares, 0 to 1, of the source cells from <see cref="First"/> on that lie under a target cell; none beyond the source.</summary>
    public ReadOnlySpan<double> Shares(int target) => _shares[target];

    private static AxisOverlap Between(double start, double width, int targets, int sources)
    {
        var first = new int[targets];
        var shares = new double[targets][];
        for (var target = 0; target < targets; target++)
        {
            var (from, to) = (start + (target * width), start + ((target + 1) * width));
            var low = (int)Math.Clamp(Math.Floor(from + Sliver), 0, sources);
            var high = (int)Math.Clamp(Math.Ceiling(to - Sliver), low, sources);
            first[target] = low;
            shares[target] = new double[high - low];
            for (var source = low; source < high; source++)
                shares[target][source - low] = Math.Min(to, source + 1) - Math.Max(from, source);
        }

        return new AxisOverlap(first, shares);
    }
}
