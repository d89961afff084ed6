using System.Runtime.Intrinsics;

namespace Geo.Engine.Siting;

/// <summary>Which open place is nearest to each customer, and which is second; kept true while places open and close. Rows of customers are filled up to a multiple of eight with ones that nobody serves.</summary>
internal sealed class MedianAssignment
{
    private readonly MedianProblem _problem;
    private readonly double[] _byPlace;
    private readonly int _stride;
    private readonly bool[] _isOpen;
    private readonly List<int> _open = [];
    private readonly int[] _nearest;
    private readonly int[] _next;
    private readonly double[] _first;
    private readonly double[] _second;

    /// <summary>Nothing is open.</summary>
    public MedianAssignment(MedianProblem problem)
    {
        _problem = problem;
        _stride = (problem.Customers + Vector512<double>.Count - 1) / Vector512<double>.Count * Vector512<double>.Count;
        _byPlace = new double[checked(problem.Places * _stride)];
        _byPlace.AsSpan().Fill(double.PositiveInfinity);
        for (var customer = 0; customer < problem.Customers; customer++)
            for (var place = 0; place < problem.Places; place++)
                _byPlace[(place * _stride) + customer] = problem.Costs(customer)[place];
        _isOpen = new bool[problem.Places];
        (_nearest, _next, _first, _second) = (new int[_stride], new int[_stride], new double[_stride], new double[_stride]);
        Become([]);
    }

    /// <summary>Number of customers.</summary>
    public int Customers => _problem.Customers;

    /// <summary>The open places, in the order in which they were opened.</summary>
    public IReadOnlyList<int> OpenPlaces => _open;

    /// <summary>The nearest open place of each customer; -1 where none serves.</summary>
    public ReadOnlySpan<int> Nearest => _nearest;

    /// <summary>What the nearest open place costs, by customer; infinite where none serves.</summary>
    public ReadOnlySpan<double> First => _first;

    /// <summary>What the second nearest costs.</summary>
    public ReadOnlySpan<double> Second => _second;

    /// <summary>What all customers cost.</summary>
    public double Cost
    {
        get
        {
            var sum = 0.0;
            for (var customer = 0; customer < Customers; customer++)
                sum += _first[customer];
            return sum;
        }
    }

    /// <summary>Costs of a place, by customer.</summary>
    public ReadOnlySpan<double> CostsOf(int place) => _byPlace.AsSpan(place * _stride, _stride);

    /// <summary>Whether a place is open.</summary>
    public bool IsOpen(int place) => _isOpen[place];

    /// <summary>The open places, ascending.</summary>
    public int[] Chosen() => Where(isOpen: true);

    /// <summary>The others, ascending.</summary>
    public int[] Closed() => Where(isOpen: false);

    /// <summary>Opens exactly these places.</summary>
    public void Become(IEnumerable<int> open)
    {
        Array.Clear(_isOpen);
        _open.Clear();
        foreach (var of in new[] { _nearest, _next })
            Array.Fill(of, -1);
        foreach (var of in new[] { _first, _second })
            Array.Fill(of, double.PositiveInfinity);
        foreach (var place in open)
            Open(place);
    }

    /// <summary>Opens a closed place.</summary>
    public void Open(int place)
    {
        var costs = CostsOf(place);
        _isOpen[place] = true;
        _open.Add(place);
        for (var customer = 0; customer < Customers; customer++)
            if (costs[customer] < _second[customer])
                Offer(customer, place, costs[customer]);
    }

    /// <summary>Closes an open place.</summary>
    public void Close(int place)
    {
        _isOpen[place] = false;
        _open.Remove(place);
        for (var customer = 0; customer < Customers; customer++)
            if (_nearest[customer] == place || _next[customer] == place)
                Seek(customer);
    }

    /// <summary>The closed place that spares most; where nothing is open, the one that costs least.</summary>
    public int MostHelpful()
    {
        var (best, most) = (-1, double.NegativeInfinity);
        for (var place = 0; place < _isOpen.Length; place++)
        {
            var spared = _isOpen[place] ? double.NegativeInfinity : Spared(CostsOf(place));
            if (best < 0 || spared > most)
                (best, most) = (place, spared);
        }
        return best;
    }

    private double Spared(ReadOnlySpan<double> costs)
    {
        var spared = 0.0;
        for (var customer = 0; customer < Customers; customer++)
            spared += double.IsInfinity(_first[customer]) ? -costs[customer] : Math.Max(0, _first[customer] - costs[customer]);
        return spared;
    }

    private void Seek(int customer)
    {
        (_nearest[customer], _next[customer], _first[customer], _second[customer]) = (-1, -1, double.PositiveInfinity, double.PositiveInfinity);
        var costs = _problem.Costs(customer);
        foreach (var place in _open)
            if (costs[place] < _second[customer])
                Offer(customer, place, costs[place]);
    }

    private void Offer(int customer, int place, double cost)
    {
        if (cost < _first[customer])
            (_nearest[customer], _next[customer], _first[customer], _second[customer]) = (place, _nearest[customer], cost, _first[customer]);
        else
            (_next[customer], _second[customer]) = (place, cost);
    }

    private int[] Where(bool isOpen)
    {
        var (places, count) = (new int[_isOpen.Length], 0);
        for (var place = 0; place < places.Length; place++)
            if (_isOpen[place] == isOpen)
                places[count++] = place;
        return places[..count];
    }
}
