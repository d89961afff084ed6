using Geo.Engine.Grids;

namespace Geo.Engine.Siting;

/// <summary>
/// Swaps chosen sites for others, at first also where that loses something, less and less so. Nine moves of ten go to a site that serves a cell of the one
/// that is given up.
/// </summary>
/// <remarks>Source: S. Kirkpatrick et al., Optimization by simulated annealing, Science 220 (1983); swaps as in A. T. Murray and R. L. Church, Journal of Heuristics 2 (1996).</remarks>
internal sealed class Annealing
{
    private const double Hottest = 0.04;
    private const double Coldest = 0.003;
    private const int MovesBetweenLooks = 1 << 14;
    private readonly CoverModel _model;
    private readonly Allowance _allowance;
    private readonly Random _random;
    private readonly Cell[] _cells;
    private readonly long[] _loss; // what each chosen site alone serves
    private readonly bool[] _isChosen;
    private readonly List<int> _chosen;
    private readonly bool[] _best;
    private long _weight;
    private long _mostWeight;
    private long _left;

    private Annealing(CoverModel model, Allowance allowance, CoverState state, int seed)
    {
        (_model, _allowance, _random) = (model, allowance, new Random(seed));
        _cells = Array.ConvertAll(model.Weight, w => new Cell { Weight = w });
        _loss = new long[model.Sites.Length];
        _isChosen = [.. state.IsChosen];
        _chosen = [.. state.Chosen];
        foreach (var site in _chosen)
            Serve(site);
        _best = [.. state.IsChosen];
        _weight = _mostWeight = state.Weight;
        _left = allowance.Left(state);
    }

    /// <summary>The best choice of each annealing, all begun from one choice and none worse than it.</summary>
    public static IReadOnlyList<bool[]> Search(CoverModel model, Allowance allowance, CoverState state, SitingEffort effort, CancellationToken cancellation)
    {
        var start = state.Chosen.ToArray();
        if (start.Length == 0 || start.Length == model.Sites.Length)
            return [];
        var found = new bool[effort.Annealings][];
        void Strip(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                var annealing = new Annealing(model, allowance, state, effort.Seed + i);
                annealing.Cool(effort.Moves, (state.Weight - model.Base.Total) / (double)start.Length, cancellation);
                found[i] = annealing._best;
            }
        }
        GridRows.ForEachStrip(found.Length, effort.Threads, Strip, cancellation, stripRows: 1);
        return found;
    }

    private void Cool(int moves, double weightOfSite, CancellationToken cancellation)
    {
        var heat = Hottest * weightOfSite;
        var cooling = Math.Pow(Coldest / Hottest, MovesBetweenLooks / (double)Math.Max(moves, MovesBetweenLooks));
        for (var move = 0; move < moves; move++)
        {
            if (move % MovesBetweenLooks == MovesBetweenLooks - 1)
            {
                cancellation.ThrowIfCancellationRequested();
                heat *= cooling;
            }
            Move(heat);
        }
    }

    private void Move(double heat)
    {
        var place = _random.Next(_chosen.Count);
        var outgoing = _chosen[place];
        var incoming = _random.Next(10) == 0 ? _random.Next(_isChosen.Length) : Neighbour(outgoing);
        if (_isChosen[incoming])
            return;
        if (_allowance.Use[incoming] <= _left)
            Add(incoming);
        else if (_allowance.Use[incoming] <= _left + _allowance.Use[outgoing])
            Swap(place, outgoing, incoming, heat);
        if (_weight <= _mostWeight)
            return;
        _mostWeight = _weight;
        _isChosen.CopyTo(_best, 0);
    }

    private int Neighbour(int site)
    {
        var cells = _model.Served[site];
        var sites = _model.ServedBy[cells[_random.Next(cells.Length)]];
        return sites[_random.Next(sites.Length)];
    }

    private void Add(int site)
    {
        _weight += Gain(site, -1);
        Serve(site);
        _left -= _allowance.Use[site];
        _isChosen[site] = true;
        _chosen.Add(site);
    }

    private void Swap(int place, int outgoing, int incoming, double heat)
    {
        var change = Gain(incoming, outgoing) - _loss[outgoing];
        if (change < 0 && _random.NextDouble() >= Math.Exp(change / heat))
            return;
        Forsake(outgoing);
        Serve(incoming);
        _weight += change;
        _left += _allowance.Use[outgoing] - _allowance.Use[incoming];
        (_isChosen[outgoing], _isChosen[incoming]) = (false, true);
        _chosen[place] = incoming;
    }

    // What a site adds when another is given up: cells that nobody serves, or only that one. Nearly all moves are turned down, so this is where the time goes.
    private long Gain(int site, int without)
    {
        var gain = 0L;
        foreach (var served in _model.Served[site])
        {
            ref readonly var cell = ref _cells[served];
            if (cell.Count == 0 || (cell.Count == 1 && cell.Sites == without))
                gain += cell.Weight;
        }
        return gain;
    }

    private void Serve(int site)
    {
        foreach (var served in _model.Served[site])
        {
            ref var cell = ref _cells[served];
            if (cell.Count == 0)
                _loss[site] += cell.Weight;
            else if (cell.Count == 1)
                _loss[cell.Sites] -= cell.Weight;
            cell.Count++;
            cell.Sites ^= site;
        }
    }

    private void Forsake(int site)
    {
        foreach (var served in _model.Served[site])
        {
            ref var cell = ref _cells[served];
            cell.Count--;
            cell.Sites ^= site;
            if (cell.Count == 0)
                _loss[site] -= cell.Weight;
            else if (cell.Count == 1)
                _loss[cell.Sites] += cell.Weight;
        }
    }

    /// <summary>A cell, how many chosen sites serve it, and their numbers, each bit of them added without carry: where one serves it, its number.</summary>
    private struct Cell
    {
        public long Weight;
        public int Count;
        public int Sites;
    }
}
