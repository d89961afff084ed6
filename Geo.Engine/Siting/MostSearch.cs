namespace Geo.Engine.Siting;

/// <summary>
/// Serves as much weight as an allowance buys: greedy, then swaps of one chosen site for another, the best one first, while they gain.
/// </summary>
/// <remarks>Source: greedy adding with substitution, R. L. Church and C. ReVelle, The maximal covering location problem, Papers of the Regional Science Association 32 (1974).</remarks>
internal sealed class MostSearch(CoverModel model, Allowance allowance, CancellationToken cancellation)
{
    private readonly long[] _bonus = new long[model.Sites.Length];

    /// <summary>The better of the greedy choice by weight for its use and the best single site that can be had: at least half of 1 - 1/e of the optimum, and 1 - 1/e of it where all sites use alike.</summary>
    public CoverState Greedy()
    {
        var state = new CoverState(model);
        var best = Enumerable.Range(0, model.Sites.Length).Where(s => allowance.Use[s] <= allowance.Capacity).Select(s => (state.Gain[s], -s)).DefaultIfEmpty().Max();
        Fill(state);
        if (best.Item1 <= state.Weight - model.Base.Total)
            return state;
        var single = new CoverState(model);
        single.Add(-best.Item2);
        Fill(single);
        return single;
    }

    /// <summary>Adds what still fits and swaps while that gains. The choice never becomes worse.</summary>
    public void Climb(CoverState state)
    {
        do
            Fill(state);
        while (SwapBest(state));
    }

    private void Fill(CoverState state)
    {
        var left = allowance.Left(state);
        LazyGreedy.Fill(state, s => state.Gain[s], s => allowance.Use[s], s => allowance.Use[s] <= left, s => left -= allowance.Use[s]);
    }

    private bool SwapBest(CoverState state)
    {
        var left = allowance.Left(state);
        var (gain, outgoing, incoming) = (0L, -1, -1);
        foreach (var site in state.Chosen)
        {
            cancellation.ThrowIfCancellationRequested();
            var (other, by) = BestFor(state, site, left + allowance.Use[site]);
            if (by > gain)
                (gain, outgoing, incoming) = (by, site, other);
        }
        if (outgoing < 0)
            return false;
        state.Remove(outgoing);
        state.Add(incoming);
        return true;
    }

    /// <summary>The best replacement of a chosen site and what it gains. What only this site serves is worth its weight to whoever serves it too.</summary>
    private (int Site, long Gain) BestFor(CoverState state, int outgoing, long left)
    {
        Array.Clear(_bonus);
        var loss = 0L;
        foreach (var cell in model.Served[outgoing])
        {
            if (state.Count(cell) != 1)
                continue;
            loss += model.Weight[cell];
            foreach (var site in model.ServedBy[cell])
                _bonus[site] += model.Weight[cell];
        }
        var (best, most) = (-1, 0L);
        for (var site = 0; site < _bonus.Length; site++)
        {
            var gain = state.Gain[site] + _bonus[site];
            if (gain > most && !state.IsChosen[site] && allowance.Use[site] <= left)
                (best, most) = (site, gain);
        }
        return (best, most - loss);
    }
}
