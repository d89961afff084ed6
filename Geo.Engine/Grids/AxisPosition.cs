namespace Geo.Engine.Grids;

/// <summary>Along one axis: where the centre of each target cell lies among the centres of the source cells.</summary>
internal sealed class AxisPosition
{
    // Centres that fall together on paper differ by rounding; so near to a source centre, only that one counts.
    private const double Same = 1e-9;

    private readonly int[] _lower;
    private readonly float[] _part;

    private AxisPosition(int[] lower, float[] part)
    {
        _lower = lower;
        _part = part;
    }

    /// <summary>Columns of the target among columns of the source.</summary>
    public static AxisPosition Columns(GridFrame source, GridFrame target) =>
        Between((target.Left - source.Left) / source.CellSizeMetres, target.CellSizeMetres / source.CellSizeMetres, target.Columns, source.Columns);

    /// <summary>Rows of the target among rows of the source.</summary>
    public static AxisPosition Rows(GridFrame source, GridFrame target) =>
        Between((source.Top - target.Top) / source.CellSizeMetres, target.CellSizeMetres / source.CellSizeMetres, target.Rows, source.Rows);

    /// <summary>The source cell whose centre is at or before the target's; -1 when the target's centre lies outside the source.</summary>
    public int Lower(int target) => _lower[target];

    /// <summary>The way from that centre to the next, 0 to below 1; 0 in the outer half of the outermost cells, which have no next.</summary>
    public float Part(int target) => _part[target];

    /// <summary>The source cell that holds the target's centre; -1 outside.</summary>
    public int Nearest(int target) => _part[target] < 0.5f ? _lower[target] : _lower[target] + 1;

    private static AxisPosition Between(double start, double width, int targets, int sources)
    {
        var lower = new int[targets];
        var part = new float[targets];
        for (var target = 0; target < targets; target++)
        {
            var place = start + ((target + 0.5) * width);
            if (place < 0 || place >= sources)
            {
                lower[target] = -1;
                continue;
            }

            var between = Math.Clamp(place - 0.5, 0, sources - 1);
            var rounded = Math.Round(between);
            between = Math.Abs(between - rounded) < Same ? rounded : between;
            lower[target] = (int)between;
            part[target] = (float)(between - lower[target]);
        }

        return new AxisPosition(lower, part);
    }
}
