using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Geo.Engine.Siting;

/// <summary>Interchange of open and closed places, shaken up by lot. A place looks only at the customers that have their second nearest open place farther than it.</summary>
/// <remarks>
/// Source: M. B. Teitz and P. Bart, Operations Research 16 (1968); gain and loss of a swap from the nearest and second nearest open place, R. Whitaker, INFOR 21 (1983); how little a swap
/// changes of them, M. G. C. Resende and R. F. Werneck, A fast swap-based local search procedure for location problems, Annals of Operations Research 150 (2007).
/// </remarks>
internal sealed class MedianSearch
{
    private readonly CancellationToken _cancellation;
    private readonly MedianAssignment _assigned;
    private readonly double[] _loss;
    private readonly double[] _kept;
    private bool _someHaveNoSecond; // customers that one open place serves, or none

    /// <summary>Opens places one after the other, each where it helps most.</summary>
    public MedianSearch(MedianProblem problem, int open, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _assigned = new MedianAssignment(problem);
        (_loss, _kept) = (new double[problem.Places], new double[problem.Places]);
        for (var count = 0; count < open; count++)
            _assigned.Open(_assigned.MostHelpful());
        WeighLosses();
    }

    /// <summary>The open places, ascending.</summary>
    public int[] Chosen => _assigned.Chosen();

    /// <summary>What the open places cost.</summary>
    public double Cost => _assigned.Cost;

    /// <summary>Opens exactly these places.</summary>
    public void Become(IEnumerable<int> open)
    {
        _assigned.Become(open);
        WeighLosses();
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
                Return(best);
        }
    }

    private void Climb()
    {
        for (var isBetter = true; isBetter;)
        {
            isBetter = false;
            _cancellation.ThrowIfCancellationRequested();
            for (var place = 0; place < _loss.Length; place++)
            {
                if (_assigned.IsOpen(place) || BestSwap(place) is not { } outgoing)
                    continue;
                _assigned.Close(outgoing);
                _assigned.Open(place);
                WeighLosses();
                isBetter = true;
            }
        }
    }

    // Which open place to close for this one, when that helps.
    private int? BestSwap(int incoming)
    {
        Array.Clear(_kept);
        var gain = _someHaveNoSecond
            ? GainOfAll(_assigned.CostsOf(incoming)[.._assigned.Customers])
            : Gain(_assigned.CostsOf(incoming), _assigned.First, _assigned.Second, _assigned.Nearest, _kept);
        var (best, least) = (-1, gain * (1 - 1e-12));
        foreach (var place in _assigned.OpenPlaces)
        {
            var loss = _loss[place] - _kept[place];
            if (loss < least || (loss == least && place < best))
                (best, least) = (place, loss);
        }
        return best < 0 ? null : best;
    }

    /// <summary>What a new place spares those that it is nearest to; and, by nearest place, what the closing of that one would cost less, as the new place stands in for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Gain(ReadOnlySpan<double> costs, ReadOnlySpan<double> first, ReadOnlySpan<double> second, ReadOnlySpan<int> nearest, Span<double> kept)
    {
        var gain = 0.0;
        for (var start = 0; start < costs.Length; start += Vector512<double>.Count)
        {
            var isNearer = Vector512.LessThan(Vector512.Create(costs[start..]), Vector512.Create(second[start..])).ExtractMostSignificantBits();
            for (; isNearer != 0; isNearer &= isNearer - 1)
            {
                var customer = start + BitOperations.TrailingZeroCount(isNearer);
                gain += Math.Max(0, first[customer] - costs[customer]);
                kept[nearest[customer]] += second[customer] - Math.Max(costs[customer], first[customer]);
            }
        }
        return gain;
    }

    // The same where some have no second place: losses are summed up anew, as infinity cannot be taken back from them.
    private double GainOfAll(ReadOnlySpan<double> costs)
    {
        var gain = 0.0;
        for (var customer = 0; customer < costs.Length; customer++)
        {
            var (first, nearest) = (_assigned.First[customer], _assigned.Nearest[customer]);
            if (costs[customer] < first)
                gain += first - costs[customer];
            else if (nearest >= 0)
                _kept[nearest] -= Math.Min(costs[customer], _assigned.Second[customer]) - first;
        }
        return gain;
    }

    // What closing each open place would cost: its customers go to their second nearest.
    private void WeighLosses()
    {
        Array.Clear(_loss);
        _someHaveNoSecond = _assigned.Second[.._assigned.Customers].Contains(double.PositiveInfinity);
        for (var customer = 0; customer < _assigned.Customers && !_someHaveNoSecond; customer++)
            _loss[_assigned.Nearest[customer]] += _assigned.Second[customer] - _assigned.First[customer];
    }

    private void Kick(Random random)
    {
        var (open, closed) = (Chosen, _assigned.Closed());
        var swaps = Math.Min(random.Next(2, 3 + (open.Length / 20)), Math.Min(open.Length, closed.Length));
        for (var i = 0; i < swaps; i++)
        {
            var (outgoing, incoming) = (random.Next(i, open.Length), random.Next(i, closed.Length));
            (open[i], open[outgoing]) = (open[outgoing], open[i]);
            (closed[i], closed[incoming]) = (closed[incoming], closed[i]);
            _assigned.Close(open[i]);
            _assigned.Open(closed[i]);
        }
        WeighLosses();
    }

    // Back to a choice from which little differs.
    private void Return(int[] open)
    {
        var wanted = new bool[_loss.Length];
        foreach (var place in open)
            wanted[place] = true;
        foreach (var place in Chosen)
            if (!wanted[place])
                _assigned.Close(place);
        foreach (var place in open)
            if (!_assigned.IsOpen(place))
                _assigned.Open(place);
        WeighLosses();
    }
}
