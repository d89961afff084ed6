namespace Geo.Engine.Siting;

/// <summary>
/// Plans count every site by itself; in operation each adds interference to the others, and a site more may serve fewer people. So a plan is judged again by the
/// radio model and mended: a new site is given up, replaced by one that serves much the same cells, or any site is tilted, whatever helps most, while it helps.
/// </summary>
public static class SignalRepair
{
    /// <summary>Mends a plan.</summary>
    /// <param name="problem">The problem of the plan.</param>
    /// <param name="chosen">The new sites of the plan.</param>
    /// <param name="evaluate">The radio model.</param>
    /// <param name="limits">What may be done.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static RepairedPlan Mend(SitingProblem problem, IReadOnlyList<int> chosen, SignalEvaluator evaluate, RepairLimits limits, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limits.Tilts, 1, nameof(limits));
        ArgumentOutOfRangeException.ThrowIfLessThan(limits.MostEvaluations, 1, nameof(limits));
        var sites = chosen.Concat(problem.Sites.Index().Where(s => s.Item.IsBuilt).Select(s => s.Index)).Order().ToDictionary(s => s, _ => 0);
        var before = evaluate(Listed(sites), cancellation);
        var (now, steps, evaluations, isSettled) = (before, new List<RepairStep>(), 1, false);
        while (!isSettled && evaluations < limits.MostEvaluations)
        {
            var (best, served) = (default(RepairStep), now);
            isSettled = true;
            foreach (var step in Steps(problem, sites, limits))
            {
                cancellation.ThrowIfCancellationRequested();
                if (evaluations == limits.MostEvaluations)
                {
                    isSettled = false;
                    break;
                }
                var judged = evaluate(Listed(After(sites, step)), cancellation);
                evaluations++;
                if (judged.Total > served.Total)
                    (best, served) = (step with { Weight = judged.Total }, judged);
            }
            if (served.Total == now.Total)
                break;
            (sites, now, isSettled) = (After(sites, best), served, false);
            steps.Add(best);
        }
        return new RepairedPlan(Listed(sites), before, now, steps, evaluations, isSettled);
    }

    private static IReadOnlyList<TiltedSite> Listed(Dictionary<int, int> sites) => [.. sites.OrderBy(s => s.Key).Select(s => new TiltedSite(s.Key, s.Value))];

    private static Dictionary<int, int> After(Dictionary<int, int> sites, RepairStep step)
    {
        var after = new Dictionary<int, int>(sites);
        after.Remove(step.Site);
        if (step.Tilt is { } tilt)
            after[step.Substitute ?? step.Site] = tilt;
        return after;
    }

    private static IEnumerable<RepairStep> Steps(SitingProblem problem, Dictionary<int, int> sites, RepairLimits limits)
    {
        var spent = sites.Keys.Where(s => !problem.Sites[s].IsBuilt).Sum(s => problem.Sites[s].Cost);
        foreach (var (site, tilt) in sites.OrderBy(s => s.Key))
        {
            for (var other = 0; other < limits.Tilts; other++)
            {
                if (other != tilt && limits.CanTilt(site))
                    yield return new RepairStep(site, null, other, 0);
            }
            if (problem.Sites[site].IsBuilt)
                continue;
            yield return new RepairStep(site, null, null, 0);
            foreach (var substitute in Substitutes(problem, sites, site, limits.Budget - spent + problem.Sites[site].Cost, limits.Substitutes))
                yield return new RepairStep(site, substitute, tilt, 0);
        }
    }

    private static IEnumerable<int> Substitutes(SitingProblem problem, Dictionary<int, int> sites, int site, long money, int count)
    {
        var cells = problem.Sites[site].Served.ToHashSet();
        return problem.Sites.Index()
            .Where(s => !s.Item.IsBuilt && !sites.ContainsKey(s.Index) && s.Item.Cost <= money)
            .Select(s => (s.Index, Shared: s.Item.Served.Count(cells.Contains)))
            .Where(s => s.Shared > 0)
            .OrderByDescending(s => s.Shared).ThenBy(s => problem.Sites[s.Index].Id, StringComparer.Ordinal)
            .Take(count).Select(s => s.Index);
    }
}
