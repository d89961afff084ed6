namespace Geo.Engine.Siting;

/// <summary>
/// An upper bound on the weight that an allowance buys. Of each cell's weight a part is handed to the sites that serve it; what the best sites then hold,
/// and what was kept, cannot be beaten, however the parts are chosen. They are moved to make that least.
/// </summary>
/// <remarks>
/// Source: Lagrangian relaxation of "served only by a chosen site" with subgradient steps, R. D. Galvão and C. ReVelle, European Journal of Operational
/// Research 88 (1996); deflected as in P. M. Camerini et al., Mathematical Programming Study 3 (1975). With costs the choice of sites is relaxed to parts of sites, which keeps it a bound.
/// </remarks>
internal sealed class CoverBound
{
    private const int Patience = 25;
    private readonly CoverModel _model;
    private readonly Allowance _allowance;
    private readonly double[] _handed;
    private readonly double[] _best;
    private readonly double[] _direction;
    private readonly double[] _held;
    private readonly int[] _order;
    private readonly bool[] _isTaken;
    private readonly int[] _serving;
    private double _price;

    private CoverBound(CoverModel model, Allowance allowance)
    {
        (_model, _allowance) = (model, allowance);
        _handed = [.. model.Weight.Select((w, cell) => (double)w / Math.Max(1, model.ServedBy[cell].Length))];
        _best = [.. _handed];
        _direction = new double[model.Weight.Length];
        _held = new double[model.Sites.Length];
        _order = new int[model.Sites.Length];
        _isTaken = new bool[model.Sites.Length];
        _serving = new int[model.Weight.Length];
        Excess = new double[model.Sites.Length];
    }

    /// <summary>The least bound found, with what the standing sites serve.</summary>
    public long Value { get; private set; }

    /// <summary>At that bound, by how much a site holds more than its price (it is taken) or less: forcing it the other way costs at least as much.</summary>
    public double[] Excess { get; private set; }

    /// <summary>Steps down from the even hand-out.</summary>
    /// <param name="model">The model.</param>
    /// <param name="allowance">What may be used.</param>
    /// <param name="known">Weight of a choice that is known.</param>
    /// <param name="steps">Most steps.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static CoverBound Of(CoverModel model, Allowance allowance, long known, int steps, CancellationToken cancellation)
    {
        var bound = new CoverBound(model, allowance);
        bound.Descend(known - model.Base.Total, steps, cancellation);
        return bound;
    }

    private void Descend(long known, int steps, CancellationToken cancellation)
    {
        var (least, pace, waited) = (double.PositiveInfinity, 1.0, 0);
        for (var step = 0; step <= steps && Floor(least) > known && pace > 1e-4; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var value = Evaluate();
            waited = value < least * (1 - 1e-6) ? 0 : waited + 1;
            if (value < least)
            {
                least = value;
                Keep();
            }
            if (waited > Patience)
            {
                (pace, waited) = (pace / 2, 0);
                _best.CopyTo(_handed, 0);
                Array.Clear(_direction);
                Evaluate();
            }
            Step(pace * (value - known));
        }
        Value = Floor(least) + _model.Base.Total;
    }

    // Sums of parts are exact to some 1e-16 of the whole each; a millionth of a unit and 1e-12 of the whole are far beyond that.
    private static long Floor(double value) => (long)Math.Floor(value + 1e-6 + (value * 1e-12));

    private double Evaluate()
    {
        var value = 0.0;
        Array.Clear(_held);
        for (var cell = 0; cell < _handed.Length; cell++)
        {
            value += _model.Weight[cell] - _handed[cell];
            foreach (var site in _model.ServedBy[cell])
                _held[site] += _handed[cell];
        }
        return value + Take();
    }

    /// <summary>The best sites that fit, the last one in part, and the price of a unit of use at which they are the best.</summary>
    private double Take()
    {
        for (var site = 0; site < _order.Length; site++)
            _order[site] = site;
        Array.Sort(_order, (a, b) => (_held[b] * _allowance.Use[a]).CompareTo(_held[a] * _allowance.Use[b]) is not 0 and var by ? by : a.CompareTo(b));
        var (value, left) = (0.0, _allowance.Capacity);
        Array.Clear(_isTaken);
        _price = 0;
        foreach (var site in _order)
        {
            var use = _allowance.Use[site];
            if (use > left)
            {
                _price = _held[site] / use;
                return value + (_price * left);
            }
            left -= use;
            value += _held[site];
            _isTaken[site] = true;
        }
        return value;
    }

    private void Keep()
    {
        _handed.CopyTo(_best, 0);
        for (var site = 0; site < Excess.Length; site++)
            Excess[site] = _held[site] - (_price * _allowance.Use[site]);
    }

    private void Step(double distance)
    {
        Array.Clear(_serving);
        for (var site = 0; site < _isTaken.Length; site++)
        {
            if (!_isTaken[site])
                continue;
            foreach (var cell in _model.Served[site])
                _serving[cell]++;
        }
        Deflect();
        var norm = _direction.Sum(d => d * d);
        if (norm == 0)
            return;
        for (var cell = 0; cell < _serving.Length; cell++)
            _handed[cell] = Math.Clamp(_handed[cell] - (distance / norm * _direction[cell]), 0, _model.Weight[cell]);
    }

    // A direction at an obtuse angle to the last one would undo it: so much of the last one is added as turns it the other way.
    private void Deflect()
    {
        var (along, norm) = (0.0, 0.0);
        for (var cell = 0; cell < _direction.Length; cell++)
        {
            along += Slope(cell) * _direction[cell];
            norm += _direction[cell] * _direction[cell];
        }
        var share = along < 0 ? -1.5 * along / norm : 0;
        for (var cell = 0; cell < _direction.Length; cell++)
            _direction[cell] = Slope(cell) + (share * _direction[cell]);
    }

    // Served by taken sites, less served as such. A cell that hands out all its weight keeps nothing either way, and is served as such where a taken site serves it.
    private int Slope(int cell) => _handed[cell] < _model.Weight[cell] ? _serving[cell] - 1 : Math.Max(_serving[cell] - 1, 0);
}
