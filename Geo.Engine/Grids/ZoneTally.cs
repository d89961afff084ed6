namespace Geo.Engine.Grids;

/// <summary>Running totals of one zone; sums carry what rounding took from them (Neumaier 1974).</summary>
internal struct ZoneTally
{
    private long _cells;
    private long _nodataCells;
    private double _sum;
    private double _sumLost;
    private double _hectares;
    private double _hectaresLost;
    private float _minimum;
    private float _maximum;

    /// <summary>Nothing counted yet.</summary>
    public static ZoneTally Empty { get; } = new() { _minimum = float.PositiveInfinity, _maximum = float.NegativeInfinity };

    /// <summary>What has been counted.</summary>
    public readonly ZoneStatistics Statistics => new(
        _cells,
        _nodataCells,
        _hectares + _hectaresLost,
        _sum + _sumLost,
        _cells == 0 ? float.NaN : _minimum,
        _cells == 0 ? float.NaN : _maximum);

    /// <summary>Counts one cell; NaN is nodata.</summary>
    public void Add(float value, double hectares)
    {
        if (float.IsNaN(value))
        {
            _nodataCells++;
            return;
        }
        _cells++;
        _minimum = Math.Min(_minimum, value);
        _maximum = Math.Max(_maximum, value);
        Accumulate(ref _sum, ref _sumLost, value);
        Accumulate(ref _hectares, ref _hectaresLost, hectares);
    }

    /// <summary>Counts what another tally has counted.</summary>
    public void Add(ZoneTally other)
    {
        _cells += other._cells;
        _nodataCells += other._nodataCells;
        _minimum = Math.Min(_minimum, other._minimum);
        _maximum = Math.Max(_maximum, other._maximum);
        Accumulate(ref _sum, ref _sumLost, other._sum);
        Accumulate(ref _hectares, ref _hectaresLost, other._hectares);
        _sumLost += other._sumLost;
        _hectaresLost += other._hectaresLost;
    }

    private static void Accumulate(ref double sum, ref double lost, double term)
    {
        var next = sum + term;
        lost += Math.Abs(sum) >= Math.Abs(term) ? sum - next + term : term - next + sum;
        sum = next;
    }
}
