namespace Geo.Engine.Siting;

/// <summary>Interchange of open and closed places, shaken up by lot.</summary>
/// <remarks>
/// Source: M. B. Teitz and P. Bart, Operations Research 16 (1968); gain and loss of a swap from the nearest and second nearest open place, R. Whitaker, INFOR 21 (1983).
/// </remarks>
internal sealed class MedianSearch
{
    private readonly MedianProblem _problem;
    private readonly CancellationToken _cancellation;
    private readonly bool[] _isOpen;
    private readonly int[] _nearest;
    private readonly double[] _first;
    private readonly double[] _second;
    private readonly double[] _loss;
    private readonly double[] _spared;

    /// <summary>Opens places one after the other, each where it helps most.</summary>
    public MedianSearch(MedianProblem problem, int open, CancellationToken cancellation)
    {
        (_problem, _cancellation) = (problem, cancellation);
        _isOpen = new bool[problem.Places];
        _nearest = new int[problem.Customers];
        _first = new double[problem.Customers];
        _second = new double[problem.Customers];
        _loss = new double[problem.Places];
        _spared = new double[problem.Places];
        Refresh();
        for (var count = 0; count < open; count++)
            Open(MostHelpful());
    }

    /// <summary>The open places, ascending.</summary>
    public int[] Chosen => [.. _isOpen.Index().Where(p => p.Item).Select(p => p.Index)];

    /// <summary>What the open places cost.</summary>
    public double Cost { get; private set; }

    /// <summary>Opens exactly these places.</summary>
    public void Become(IEnumerable<int> open)
    {
        Array.Clear(_isOpen);
        foreach (var place in open)
            _isOpen[place] = true;
        Refresh();
    }

    /// <summary>Swaps while that helps, then shakes up so many times; never ends worse.</summary>
    public void Improve(int kicks, double bound, Random random)
    {
        Climb();
        var (best, cost) = (Chosen, Cost);
        for (var kick = 0; kick < kicks && cost > bound; kick++)
        {
            _cancellation.ThrowIfCancellationRequested();
            Kick(random);
            Climb();
            if (Cost <= cost)
                (best, cost) = (Chosen, Cost);
            else
                Become(best);
        }
    }

    private void Climb()
    {
        for (var isBetter = true; isBetter;)
        {
            isBetter = false;
            _cancellation.ThrowIfCancellationRequested();
            for (var place = 0; place < _isOpen.Length; place++)
            {
                if (_isOpen[place] || BestSwap(place) is not { } outgoing)
                    continue;
                _isOpen[outgoing] = false;
                Open(place);
                isBetter = true;
            }
        }
    }

    /// <summary>Which open place to close for this one, when that helps.</summary>
    private int? BestSwap(int incoming)
    {
        Array.Clear(_loss);
        var gain = 0.0;
        for (var customer = 0; customer < _nearest.Length; customer++)
        {
            var cost = _problem.Costs(customer)[incoming];
            if (cost < _first[customer])
                gain += _first[customer] - cost;
            else
                _loss[_nearest[customer]] += Math.Min(cost, _second[customer]) - _first[customer];
        }
        var (best, least) = (-1, gain * (1 - 1e-12));
        for (var place = 0; place < _isOpen.Length; place++)
        {
            if (_isOpen[place] && _loss[place] < least)
                (best, least) = (place, _loss[place]);
        }
        return best < 0 ? null : best;
    }

    private void Open(int place)
    {
        _isOpen[place] = true;
        Refresh();
    }

    private void Refresh()
    {
        var open = Chosen;
        Cost = 0;
        for (var customer = 0; customer < _nearest.Length; customer++)
        {
            var costs = _problem.Costs(customer);
            var (nearest, first, second) = (-1, double.PositiveInfinity, double.PositiveInfinity);
            foreach (var place in open)
            {
                var cost = costs[place];
                if (cost < first)
                    (nearest, first, second) = (place, cost, first);
                else if (cost < second)
                    second = cost;
            }
            (_nearest[customer], _first[customer], _second[customer]) = (nearest, first, second);
            Cost += first;
        }
    }

    private int MostHelpful()
    {
        Array.Clear(_spared);
        for (var customer = 0; customer < _first.Length; customer++)
        {
            var costs = _problem.Costs(customer);
            for (var place = 0; place < costs.Length; place++)
                _spared[place] += double.IsInfinity(_first[customer]) ? -costs[place] : Math.Max(0, _first[customer] - costs[place]);
        }
        return Enumerable.Range(0, _spared.Length).Where(p => !_isOpen[p]).MaxBy(p => _spared[p]);
    }

    private void Kick(Random random)
    {
        var (open, closed) = (Chosen, _isOpen.Index().Where(p => !p.Item).Select(p => p.Index).ToArray());
        random.Shuffle(open);
        random.Shuffle(closed);
        foreach (var (outgoing, incoming) in open.Zip(closed).Take(random.Next(2, 3 + (open.Length / 20))))
            (_isOpen[outgoing], _isOpen[incoming]) = (false, true);
        Refresh();
    }
}
