namespace Geo.Engine.Siting;

/// <summary>
/// Chooses sites: presolving, lazy greedy, local search, a bound, and CP-SAT on what the bound leaves open. Every plan comes with the bound, so that nobody
/// has to believe it. The same problem gives the same plan, whatever the order of its sites and cells.
/// </summary>
public static class SitingSolver
{
    /// <summary>A plan for a goal.</summary>
    /// <exception cref="ArgumentException">The goal cannot be asked of the problem (see <see cref="SitingGoal.Problems"/>).</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static SitingPlan Solve(SitingProblem problem, SitingGoal goal, SitingEffort effort, CancellationToken cancellation)
    {
        if (goal.Problems(problem) is [var first, ..])
            throw new ArgumentException(first.En, nameof(goal));
        var model = CoverModel.Of(problem, cancellation);
        return goal switch
        {
            SitingGoal.MostWithSites most => Most(problem, model, Allowance.OfSites(model, most.MostSites), effort, cancellation),
            SitingGoal.MostWithinBudget most => Most(problem, model, Allowance.OfMoney(model, most.Budget), effort, cancellation),
            SitingGoal.Reach reach => Cheapest(problem, model, reach, effort, cancellation),
            _ => throw new InvalidOperationException($"goal {goal.GetType().Name} has no solver"),
        };
    }

    private static SitingPlan Most(SitingProblem problem, CoverModel model, Allowance allowance, SitingEffort effort, CancellationToken cancellation)
    {
        var search = new MostSearch(model, allowance, cancellation);
        var state = search.Greedy();
        var greedy = state.Weight;
        search.Climb(state);
        Anneal(search, model, allowance, state, effort, cancellation);
        var proof = CoverBound.Of(model, allowance, state.Weight, effort.BoundSteps, cancellation);
        var (local, bound) = (state.Weight, proof.Value);
        var settled = Settled(proof.Excess, proof.Value - state.Weight);
        if (bound > state.Weight && effort.ExactWork > 0)
        {
            var (chosen, limit) = ExactSearch.Most(model, allowance, state, settled, effort, cancellation);
            if (chosen is not null)
                state.Become(chosen);
            bound = Math.Max(state.Weight, Math.Min(bound, limit));
        }
        return Plan(problem, model, state, state.Weight, bound, new SitingWork(model.Weight.Length, model.Sites.Length, settled.Count(s => s is null), greedy, local, proof.Value));
    }

    private static void Anneal(MostSearch search, CoverModel model, Allowance allowance, CoverState state, SitingEffort effort, CancellationToken cancellation)
    {
        var found = Annealing.Search(model, allowance, state, effort, cancellation);
        foreach (var chosen in found)
        {
            var other = new CoverState(model);
            other.Become(chosen);
            search.Climb(other);
            if (other.Weight > state.Weight)
                state.Become(other.IsChosen);
        }
        if (found.Count < 2 || effort.ExactWork <= 0)
            return;
        // What no annealing has chosen is left out for this once: the few sites that remain are soon searched through.
        var among = state.IsChosen.Select((isChosen, site) => isChosen || found.Any(f => f[site]) ? (bool?)null : false).ToArray();
        if (ExactSearch.Most(model, allowance, state, among, effort with { ExactWork = effort.ExactWork / 4 }, cancellation).Chosen is { } merged)
            state.Become(merged);
        search.Climb(state);
    }

    private static SitingPlan Cheapest(SitingProblem problem, CoverModel model, SitingGoal.Reach goal, SitingEffort effort, CancellationToken cancellation)
    {
        var search = new CheapestSearch(model, goal, cancellation);
        var state = search.Greedy();
        var greedy = state.Cost;
        var proof = ReachBound.Of(model, goal, cancellation);
        search.Improve(state, effort.Kicks, proof.Value, new Random(effort.Seed));
        var (local, bound) = (state.Cost, proof.Value);
        var settled = Settled(proof.Excess, state.Cost - proof.Value);
        if (bound < state.Cost && effort.ExactWork > 0)
        {
            var (chosen, limit) = ExactSearch.Cheapest(model, goal, state, settled, effort, cancellation);
            if (chosen is not null)
                state.Become(chosen);
            bound = Math.Min(state.Cost, Math.Max(bound, limit));
        }
        return Plan(problem, model, state, state.Cost, bound, new SitingWork(model.Weight.Length, model.Sites.Length, settled.Count(s => s is null), greedy, local, proof.Value));
    }

    /// <summary>
    /// What a plan better than the known one must do with each site: take it, leave it, or null. Where a site is forced the other way the bound moves by its
    /// excess; when that is more than lies between bound and plan (and what rounding hid), nothing better is there.
    /// </summary>
    private static IReadOnlyList<bool?> Settled(double[] excess, long between) =>
        [.. excess.Select(e => Math.Abs(e) > between + 1 ? e > 0 : (bool?)null)];

    private static SitingPlan Plan(SitingProblem problem, CoverModel model, CoverState state, long objective, long bound, SitingWork work)
    {
        var chosen = model.InProblem(state.Chosen);
        return new SitingPlan(chosen, state.Cost, problem.Serve(chosen), objective, bound, work);
    }
}
