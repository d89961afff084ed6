namespace Geo.Engine.Siting;

/// <summary>
/// Reaches the weights asked for at little cost: greedy by what a site adds towards them for its cost, then sites that are not needed are given up, the
/// dearest first; then part of the choice is thrown away by lot, completed greedily with judgement a little blurred, and kept when it is not dearer.
/// </summary>
/// <remarks>
/// Source: greedy for submodular cover, L. A. Wolsey, Combinatorica 2 (1982), which costs at most a logarithmic factor more than the optimum; ruin and recreate,
/// G. Schrimpf et al., Journal of Computational Physics 159 (2000).
/// </remarks>
internal sealed class CheapestSearch(CoverModel model, SitingGoal.Reach goal, CancellationToken cancellation)
{
    private readonly double[] _blur = [.. model.Cost.Select(_ => 1.0)];
    private long _cheapest = long.MaxValue;

    /// <summary>The greedy choice, less what it does not need. It reaches the goal when anything does.</summary>
    public CoverState Greedy()
    {
        var state = new CoverState(model);
        Complete(state);
        Prune(state);
        return state;
    }

    /// <summary>Tries to find a cheaper choice so many times. The choice never becomes dearer.</summary>
    /// <param name="state">A choice that reaches the goal.</param>
    /// <param name="kicks">Times that it is thrown away in part.</param>
    /// <param name="bound">No choice is cheaper: once it is reached the search ends.</param>
    /// <param name="random">Where lots come from.</param>
    public void Improve(CoverState state, int kicks, long bound, Random random)
    {
        var best = state.IsChosen.ToArray();
        _cheapest = state.Cost;
        for (var kick = 0; kick < kicks && _cheapest > bound; kick++)
        {
            cancellation.ThrowIfCancellationRequested();
            Ruin(state, random);
            Complete(state);
            Prune(state);
            if (state.Cost > _cheapest || !IsReached(state))
            {
                state.Become(best);
                continue;
            }
            (best, _cheapest) = (state.IsChosen.ToArray(), state.Cost);
        }
        state.Become(best);
    }

    /// <summary>Whether a choice serves all that is asked for.</summary>
    public bool IsReached(CoverState state) => Missing(state.Weight, goal.Weight) == 0 && Enumerable.Range(0, goal.Floors.Count).All(d => Missing(state.ByDistrict[d], goal.Floors[d]) == 0);

    private static long Missing(long served, long wanted) => Math.Max(0, wanted - served);

    private void Complete(CoverState state) => LazyGreedy.Fill(state, s => Worth(state, s) * _blur[s], s => model.Cost[s], _ => true, _ => { });

    /// <summary>What a site adds towards the weight in all and towards the floors; what is beyond them adds nothing.</summary>
    private double Worth(CoverState state, int site)
    {
        var worth = (double)Math.Min(state.Gain[site], Missing(state.Weight, goal.Weight));
        if (goal.Floors.Count == 0 || state.Gain[site] == 0)
            return worth;
        Span<long> added = goal.Floors.Count <= 128 ? stackalloc long[goal.Floors.Count] : new long[goal.Floors.Count];
        added.Clear();
        foreach (var cell in model.Served[site])
        {
            if (state.Count(cell) == 0 && model.District[cell] >= 0)
                added[model.District[cell]] += model.Weight[cell];
        }
        for (var district = 0; district < added.Length; district++)
            worth += Math.Min(added[district], Missing(state.ByDistrict[district], goal.Floors[district]));
        return worth;
    }

    private void Prune(CoverState state)
    {
        foreach (var site in state.Chosen.OrderByDescending(s => model.Cost[s]).ThenBy(s => s).ToArray())
        {
            var wasReached = IsReached(state);
            state.Remove(site);
            if (wasReached && !IsReached(state))
                state.Add(site);
        }
    }

    private void Ruin(CoverState state, Random random)
    {
        var chosen = state.Chosen.ToArray();
        random.Shuffle(chosen);
        foreach (var site in chosen[..Math.Min(chosen.Length, random.Next(1, 3 + (chosen.Length / 4)))])
            state.Remove(site);
        for (var site = 0; site < _blur.Length; site++)
            _blur[site] = 1 + (0.3 * random.NextDouble());
    }
}
