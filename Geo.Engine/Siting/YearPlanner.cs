namespace Geo.Engine.Siting;

/// <summary>
/// Spreads building over years: what stands stays, money that is left is kept for later, and floors must hold at the end of the last year. Greedy forward, or
/// the plan for all the money brought into order, whichever serves more; then CP-SAT over all years together.
/// </summary>
public static class YearPlanner
{
    /// <summary>Why a plan cannot be made: nothing can be bought, or the floors cost more than there is; says how much. Empty when it can.</summary>
    public static IReadOnlyList<BilingualText> Problems(SitingProblem problem, IReadOnlyList<YearBudget> years, SitingGoal.Reach atLast, SitingEffort effort, CancellationToken cancellation)
    {
        if (years.Count is 0 or > 50 || years.Any(y => y.Money < 0 || y.Share is < 0 or > 1_000))
            return [new("các năm: từ 1 đến 50 năm, tiền không âm, tỷ trọng từ 0 đến 1000", "years: 1 to 50, money not negative, shares 0 to 1,000")];
        var money = years.Sum(y => y.Money);
        if (atLast.Problems(problem) is { Count: > 0 } beyond)
            return beyond;
        if (new SitingGoal.MostWithinBudget(money).Problems(problem) is { Count: > 0 } unaffordable)
            return unaffordable;
        var cheapest = SitingSolver.Solve(problem, atLast, effort, cancellation);
        return cheapest.Cost <= money
            ? []
            : [new($"các mức sàn cần {cheapest.Cost} (ít nhất {cheapest.Bound}); các năm có {money}", $"the floors cost {cheapest.Cost} (at least {cheapest.Bound}); the years have {money}")];
    }

    /// <summary>A plan over years.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="years">The years in order.</param>
    /// <param name="atLast">What must be served at the end of the last year.</param>
    /// <param name="effort">How hard to try.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">No plan can be made (see <see cref="Problems"/>).</exception>
    public static YearPlan Solve(SitingProblem problem, IReadOnlyList<YearBudget> years, SitingGoal.Reach atLast, SitingEffort effort, CancellationToken cancellation)
    {
        if (Problems(problem, years, atLast, effort, cancellation) is [var first, ..])
            throw new ArgumentException(first.En, nameof(years));
        var model = CoverModel.Of(problem, cancellation);
        var schedule = new YearSchedule(model, years);
        var best = Candidates(problem, model, schedule, years, atLast, effort, cancellation).MaxBy(schedule.Objective) ?? throw new InvalidOperationException("no schedule, though the floors can be paid");
        var bound = Bound(model, years, effort, cancellation);
        if (schedule.Objective(best) < bound && effort.ExactWork > 0)
        {
            var (better, limit) = ExactYears.Solve(model, years, atLast, best, effort, cancellation);
            best = better is not null && schedule.Objective(better) > schedule.Objective(best) ? better : best;
            bound = Math.Max(schedule.Objective(best), Math.Min(bound, limit));
        }
        return Told(problem, model, years, best, schedule.Objective(best), bound);
    }

    /// <summary>Choices for all the money, each brought into order; the year of a site, or that after the last for those that are never built.</summary>
    private static IEnumerable<int[]> Candidates(SitingProblem problem, CoverModel model, YearSchedule schedule, IReadOnlyList<YearBudget> years, SitingGoal.Reach atLast, SitingEffort effort, CancellationToken cancellation)
    {
        var money = years.Sum(y => y.Money);
        var place = model.Sites.Index().ToDictionary(s => s.Item, s => s.Index);
        var floors = SitingSolver.Solve(problem, atLast, effort, cancellation).Chosen.Select(s => place[s]).ToArray();
        yield return schedule.Greedy(floors, Enumerable.Range(0, model.Sites.Length));
        var most = SitingSolver.Solve(problem, new SitingGoal.MostWithinBudget(money), effort, cancellation).Chosen.Select(s => place[s]).ToArray();
        if (floors.Length == 0 || IsReached(problem.Serve(model.InProblem(most)), atLast))
            yield return schedule.Greedy([], most);
    }

    private static bool IsReached(ServedWeight served, SitingGoal.Reach goal) =>
        served.Total >= goal.Weight && goal.Floors.Index().All(f => served.ByDistrict[f.Index] >= f.Item);

    // A year by itself serves no more than all the money up to it could.
    private static long Bound(CoverModel model, IReadOnlyList<YearBudget> years, SitingEffort effort, CancellationToken cancellation)
    {
        var (money, bound) = (0L, 0L);
        foreach (var year in years)
        {
            money += year.Money;
            bound += year.Share * CoverBound.Of(model, Allowance.OfMoney(model, money), model.Base.Total, effort.BoundSteps, cancellation).Value;
        }
        return bound;
    }

    private static YearPlan Told(SitingProblem problem, CoverModel model, IReadOnlyList<YearBudget> years, int[] built, long objective, long bound)
    {
        IEnumerable<int> Of(Predicate<int> year) => model.InProblem(built.Index().Where(b => year(b.Item)).Select(b => b.Index));
        PlannedYear Year(int year)
        {
            int[] chosen = [.. Of(y => y == year)];
            return new PlannedYear(chosen, chosen.Sum(s => problem.Sites[s].Cost), problem.Serve(Of(y => y <= year)));
        }
        return new YearPlan([.. Enumerable.Range(0, years.Count).Select(Year)], objective, bound);
    }
}
