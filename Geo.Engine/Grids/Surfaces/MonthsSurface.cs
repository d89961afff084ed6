namespace Geo.Engine.Grids.Surfaces;

/// <summary>
/// In how many months a value lies within a range, both ends included: months with salinity fit for shrimp, say. Either all such months, or the longest
/// run of them, over the turn of the year too. No value where a month has none: a month that is not known is not a month out of range.
/// </summary>
public sealed class MonthsSurface : Surface
{
    private readonly IReadOnlyList<Surface> _months;
    private readonly (float Low, float High) _range;
    private readonly bool _longestRun;

    /// <summary>Counts over surfaces on one frame.</summary>
    /// <param name="months">One surface for each month, in order, on one frame; at least one.</param>
    /// <param name="low">Lowest value that counts.</param>
    /// <param name="high">Highest value that counts.</param>
    /// <param name="longestRun">True for the longest run of such months, false for their number.</param>
    public MonthsSurface(IReadOnlyList<Surface> months, double low, double high, bool longestRun)
        : base(months[0].Frame) => (_months, _range, _longestRun) = (months, ((float)low, (float)high), longestRun);

    /// <inheritdoc/>
    public override int RowsTogether => _months[0].RowsTogether;

    /// <inheritdoc/>
    public override void Read(int firstRow, Span<float> cells)
    {
        var values = new float[_months.Count][];
        for (var month = 0; month < values.Length; month++)
        {
            values[month] = new float[cells.Length];
            _months[month].Read(firstRow, values[month]);
        }
        for (var cell = 0; cell < cells.Length; cell++)
            cells[cell] = _longestRun ? LongestRun(values, cell) : Count(values, cell);
    }

    private bool IsIn(float value) => value >= _range.Low && value <= _range.High;

    private float Count(float[][] values, int cell)
    {
        var count = 0;
        foreach (var month in values)
        {
            if (float.IsNaN(month[cell]))
                return float.NaN;
            count += IsIn(month[cell]) ? 1 : 0;
        }
        return count;
    }

    // Twice round the year, so that a run over its turn is seen whole; never longer than the year.
    private float LongestRun(float[][] values, int cell)
    {
        var (run, longest) = (0, 0);
        for (var month = 0; month < 2 * values.Length; month++)
        {
            var value = values[month % values.Length][cell];
            if (float.IsNaN(value))
                return float.NaN;
            run = IsIn(value) ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }
        return Math.Min(longest, values.Length);
    }
}
