namespace Geo.Engine.Siting;

/// <summary>
/// A lower bound on the cost of a p-median: every customer offers a price for being served, and the p places that find most in offers above their costs are
/// opened. Offers are moved to make the bound great.
/// </summary>
/// <remarks>Source: Lagrangian relaxation of "served once", J. E. Beasley, European Journal of Operational Research 21 (1985) 270-273, with subgradient steps of M. Held et al., 1974.</remarks>
internal sealed class MedianBound
{
    private const int Patience = 30;
    private readonly MedianProblem _problem;
    private readonly int _open;
    private readonly double[] _offer;
    private readonly double[] _surplus;
    private readonly int[] _order;
    private readonly double[] _slope;

    private MedianBound(MedianProblem problem, int open, double[] offers)
    {
        (_problem, _open, _offer) = (problem, open, offers);
        _surplus = new double[problem.Places];
        _order = new int[problem.Places];
        _slope = new double[problem.Customers];
    }

    /// <summary>Steps up from offers of about what being served costs.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="open">Places that are opened.</param>
    /// <param name="known">A choice that is known.</param>
    /// <param name="steps">Most steps.</param>
    /// <param name="better">Told of the places that a step would open, to begin a search from.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static double Of(MedianProblem problem, int open, double known, int steps, Func<int[], double> better, CancellationToken cancellation)
    {
        var offers = new double[problem.Customers];
        for (var customer = 0; customer < offers.Length; customer++)
            offers[customer] = Math.Min(known, Smallest(problem.Costs(customer), Math.Max(2, problem.Places / Math.Max(1, open))));
        return new MedianBound(problem, open, offers).Climb(known, steps, better, cancellation);
    }

    private static double Smallest(ReadOnlySpan<double> costs, int rank)
    {
        var sorted = costs.ToArray();
        Array.Sort(sorted);
        return sorted[Math.Min(rank, sorted.Length) - 1];
    }

    private double Climb(double known, int steps, Func<int[], double> better, CancellationToken cancellation)
    {
        var (most, pace, waited, best) = (double.NegativeInfinity, 1.0, 0, _offer.ToArray());
        for (var step = 0; step <= steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var value = Evaluate();
            waited = value > most + (1e-6 * Math.Abs(most)) ? 0 : waited + 1;
            if (value > most)
            {
                most = value;
                _offer.CopyTo(best, 0);
            }
            if (waited > Patience)
            {
                (pace, waited) = (pace / 1.5, 0);
                known = Math.Min(known, better([.. _order[.._open].Order()]));
                best.CopyTo(_offer, 0);
                value = Evaluate();
            }
            if (Rounded(most) >= known || pace < 1e-4)
                break;
            Step(pace * (known - value));
        }
        return Math.Min(Rounded(most), known);
    }

    private double Rounded(double value) => _problem.IsWhole ? Math.Ceiling(value - 1e-6 - (Math.Abs(value) * 1e-11)) : value - (Math.Abs(value) * 1e-11);

    private double Evaluate()
    {
        Array.Clear(_surplus);
        var value = 0.0;
        for (var customer = 0; customer < _offer.Length; customer++)
        {
            var costs = _problem.Costs(customer);
            var offer = _offer[customer];
            value += offer;
            for (var place = 0; place < costs.Length; place++)
                _surplus[place] += Math.Max(0, offer - costs[place]);
        }
        for (var place = 0; place < _order.Length; place++)
            _order[place] = place;
        Array.Sort(_order, (a, b) => _surplus[b].CompareTo(_surplus[a]) is not 0 and var by ? by : a.CompareTo(b));
        for (var i = 0; i < _open; i++)
            value -= _surplus[_order[i]];
        return value;
    }

    private void Step(double distance)
    {
        var norm = 0.0;
        for (var customer = 0; customer < _offer.Length; customer++)
        {
            var costs = _problem.Costs(customer);
            var served = 0;
            for (var i = 0; i < _open; i++)
                served += costs[_order[i]] < _offer[customer] ? 1 : 0;
            _slope[customer] = 1 - served;
            norm += _slope[customer] * _slope[customer];
        }
        if (norm == 0)
            return;
        for (var customer = 0; customer < _offer.Length; customer++)
            _offer[customer] = Math.Max(0, _offer[customer] + (distance / norm * _slope[customer]));
    }
}
