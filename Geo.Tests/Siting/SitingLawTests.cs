using CsCheck;
using Geo.Engine.Siting;

namespace Geo.Tests.Siting;

/// <summary>Laws of every plan, on problems where all choices can be tried.</summary>
public sealed class SitingLawTests
{
    private static readonly SitingEffort Little = new() { Moves = 2_000, Annealings = 2, Kicks = 10, BoundSteps = 200, ExactWork = 0 };
    private static readonly SitingEffort Exact = Little with { ExactWork = 1 };
    private static readonly SitingEffort GreedyAlone = new() { Moves = 0, Annealings = 0, Kicks = 0, BoundSteps = 0, ExactWork = 0 };

    [Fact]
    public void The_plan_of_a_number_of_sites_lies_between_the_guarantee_of_the_greedy_and_the_optimum_and_the_bound_above() =>
        Gen.Select(SmallProblems.Any, Gen.Int[1, 5]).Sample((problem, count) =>
        {
            var optimum = SmallProblems.Choices(problem).Where(c => c.Length <= count).Max(c => SmallProblems.Weight(problem, c));
            var standing = SmallProblems.Weight(problem, []);
            var greedy = SitingSolver.Solve(problem, new SitingGoal.MostWithSites(count), GreedyAlone, TestContext.Current.CancellationToken);
            Assert.True(greedy.Work.Greedy - standing >= (1 - (1 / Math.E)) * (optimum - standing));
            var plan = SitingSolver.Solve(problem, new SitingGoal.MostWithSites(count), Little, TestContext.Current.CancellationToken);
            Assert.InRange(plan.Objective, greedy.Work.Greedy, optimum);
            Assert.True(plan.Bound >= optimum && greedy.Bound >= optimum);
            Assert.True(plan.Chosen.Count <= count);
            Assert.Equal(plan.Objective, SmallProblems.Weight(problem, plan.Chosen));
        }, iter: 300);

    [Fact]
    public void The_exact_plan_within_a_budget_is_the_optimum_and_proves_it() =>
        Gen.Select(SmallProblems.Any, Gen.Long[9, 30]).Sample((problem, budget) =>
        {
            var goal = new SitingGoal.MostWithinBudget(budget);
            if (goal.Problems(problem).Count > 0)
                return;
            var optimum = SmallProblems.Choices(problem).Where(c => SmallProblems.Cost(problem, c) <= budget).Max(c => SmallProblems.Weight(problem, c));
            var plan = SitingSolver.Solve(problem, goal, Exact, TestContext.Current.CancellationToken);
            Assert.Equal((optimum, optimum), (plan.Objective, plan.Bound));
            Assert.Equal(plan.Cost, SmallProblems.Cost(problem, plan.Chosen));
            Assert.True(plan.Cost <= budget);
        }, iter: 60);

    [Fact]
    public void The_greedy_within_a_budget_keeps_half_of_its_guarantee() =>
        Gen.Select(SmallProblems.Any, Gen.Long[9, 30]).Sample((problem, budget) =>
        {
            var goal = new SitingGoal.MostWithinBudget(budget);
            if (goal.Problems(problem).Count > 0)
                return;
            var standing = SmallProblems.Weight(problem, []);
            var optimum = SmallProblems.Choices(problem).Where(c => SmallProblems.Cost(problem, c) <= budget).Max(c => SmallProblems.Weight(problem, c)) - standing;
            var plan = SitingSolver.Solve(problem, goal, GreedyAlone, TestContext.Current.CancellationToken);
            Assert.True(plan.Work.Greedy - standing >= 0.5 * (1 - (1 / Math.E)) * optimum);
            Assert.True(plan.Bound - standing >= optimum);
        }, iter: 300);

    [Fact]
    public void The_cheapest_plan_holds_the_share_and_every_floor_and_is_proven() =>
        Gen.Select(SmallProblems.Any, Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((problem, all, first, second) =>
        {
            var most = problem.Reachable();
            var goal = new SitingGoal.Reach((long)(all * most.Total), [(long)(first * most.ByDistrict[0]), (long)(second * most.ByDistrict[1])]);
            bool Holds(int[] chosen) => SmallProblems.Weight(problem, chosen) >= goal.Weight && goal.Floors.Index().All(f => SmallProblems.Weight(problem, chosen, f.Index) >= f.Item);
            var optimum = SmallProblems.Choices(problem).Where(Holds).Min(c => SmallProblems.Cost(problem, c));
            var quick = SitingSolver.Solve(problem, goal, Little, TestContext.Current.CancellationToken);
            Assert.True(Holds([.. quick.Chosen]));
            Assert.True(quick.Bound <= optimum && quick.Cost >= optimum && quick.Cost <= quick.Work.Greedy);
            var plan = SitingSolver.Solve(problem, goal, Exact, TestContext.Current.CancellationToken);
            Assert.True(Holds([.. plan.Chosen]));
            Assert.Equal((optimum, optimum), (plan.Cost, plan.Bound));
        }, iter: 60);

    [Fact]
    public void The_order_of_sites_and_cells_decides_nothing() =>
        Gen.Select(SmallProblems.Any, Gen.Int[0, 1_000_000]).Sample((problem, seed) =>
        {
            var random = new Random(seed);
            var (cells, sites) = (Enumerable.Range(0, problem.Cells.Count).ToArray(), Enumerable.Range(0, problem.Sites.Count).ToArray());
            random.Shuffle(cells);
            random.Shuffle(sites);
            var turned = new SitingProblem(
                [.. cells.Select(c => problem.Cells[c])],
                [.. sites.Select(s => problem.Sites[s] with { Served = [.. problem.Sites[s].Served.Select(c => Array.IndexOf(cells, c)).Order()] })],
                problem.Districts);
            foreach (var goal in new SitingGoal[] { new SitingGoal.MostWithSites(2), new SitingGoal.Reach(problem.Reachable().Total / 2, []) })
            {
                var plan = SitingSolver.Solve(problem, goal, Little, TestContext.Current.CancellationToken);
                var other = SitingSolver.Solve(turned, goal, Little, TestContext.Current.CancellationToken);
                Assert.Equal(plan.Chosen.Select(s => problem.Sites[s].Id), other.Chosen.Select(s => turned.Sites[s].Id).Order(StringComparer.Ordinal));
                Assert.Equal((plan.Objective, plan.Bound), (other.Objective, other.Bound));
            }
        }, iter: 100);

    [Fact]
    public void Along_the_curve_money_never_serves_fewer_and_the_last_point_serves_all_that_can_be_reached() =>
        SmallProblems.Any.Sample(problem =>
        {
            var curve = CoverageCurve.Compute(problem, 5, Little, null, TestContext.Current.CancellationToken);
            foreach (var (before, after) in curve.Zip(curve.Skip(1)))
                Assert.True(before.Budget <= after.Budget && before.Plan.Objective <= after.Plan.Objective);
            foreach (var point in curve)
            {
                var optimum = SmallProblems.Choices(problem).Where(c => SmallProblems.Cost(problem, c) <= point.Budget).Max(c => SmallProblems.Weight(problem, c));
                Assert.True(point.Plan.Objective <= optimum && optimum <= point.Plan.Bound && point.Plan.Cost <= point.Budget);
            }
            if (curve.Count > 0)
                Assert.Equal(problem.Reachable().Total, curve[^1].Plan.Objective);
        }, iter: 100);

    [Fact]
    public void Built_stays_built_no_year_spends_what_is_not_there_and_the_floors_hold_in_the_end() =>
        Gen.Select(SmallProblems.Any, Gen.Long[0, 12].Array[3]).Sample((problem, money) =>
        {
            var years = money.Select((m, i) => new YearBudget(m, 1_000 - (100 * i))).ToArray();
            var half = problem.Reachable().Total / 2;
            var goal = new SitingGoal.Reach(half, []);
            if (YearPlanner.Problems(problem, years, goal, Little, TestContext.Current.CancellationToken).Count > 0)
                return;
            var plan = YearPlanner.Solve(problem, years, goal, Little, TestContext.Current.CancellationToken);
            var (spent, built, objective) = (0L, new List<int>(), 0L);
            foreach (var (year, planned) in plan.Years.Index())
            {
                spent += planned.Cost;
                Assert.True(spent <= money.Take(year + 1).Sum());
                Assert.Empty(built.Intersect(planned.Built));
                built.AddRange(planned.Built);
                Assert.Equal(SmallProblems.Weight(problem, built), planned.Served.Total);
                objective += years[year].Share * planned.Served.Total;
            }
            Assert.True(plan.Years[^1].Served.Total >= half);
            Assert.Equal(objective, plan.Objective);
            Assert.True(plan.Bound >= plan.Objective);
        }, iter: 100);

    [Fact]
    public void A_plan_over_years_is_the_best_of_all_schedules_when_it_says_so()
    {
        // Two sites of 4 and one of 6; 6 in the first year, 2 in the second: the large one at once (60 + 60), or a small one, then the other (40 + 80).
        var problem = new SitingProblem(
            [new(40, -1), new(40, -1), new(60, -1)],
            [new("p", 4, false, [0]), new("q", 4, false, [1]), new("r", 6, false, [2])],
            []);
        var plan = YearPlanner.Solve(problem, [new(6, 1_000), new(2, 1_000)], new SitingGoal.Reach(0, []), Exact, TestContext.Current.CancellationToken);
        Assert.Equal((120_000, 120_000), (plan.Objective, plan.Bound));
        var discounted = YearPlanner.Solve(problem, [new(6, 1_000), new(2, 2)], new SitingGoal.Reach(0, []), Exact, TestContext.Current.CancellationToken);
        Assert.Equal([2], discounted.Years[0].Built);
        var floored = YearPlanner.Solve(problem, [new(6, 1_000), new(2, 2)], new SitingGoal.Reach(80, []), Exact, TestContext.Current.CancellationToken);
        Assert.Equal([0, 1], floored.Years.SelectMany(y => y.Built).Order());
    }

    [Theory]
    [InlineData(-1, 0, "cost is -1")]
    [InlineData(3, 7, "cell 7 after -1")]
    public void A_faulty_site_is_named_with_what_was_received(long cost, int cell, string told)
    {
        var problems = SitingProblem.Problems([new(5, -1)], [new("mast", cost, false, [cell])], []);
        Assert.Contains(told, problems[0].En, StringComparison.Ordinal);
        Assert.Contains("mast", problems[0].Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_reached_or_bought_is_told_with_how_much_can()
    {
        var problem = new SitingProblem([new(5, 0), new(7, 1)], [new("p", 4, false, [0])], ["north", "south"]);
        Assert.Contains("all sites together reach 5", new SitingGoal.Reach(6, []).Problems(problem)[0].En, StringComparison.Ordinal);
        Assert.Contains("south: 1 is wanted; all sites together reach 0", new SitingGoal.Reach(0, [5, 1]).Problems(problem)[0].En, StringComparison.Ordinal);
        Assert.Contains("the cheapest site costs 4", new SitingGoal.MostWithinBudget(3).Problems(problem)[0].En, StringComparison.Ordinal);
        var two = new SitingProblem([new(5, 0), new(7, 1)], [new("p", 4, false, [0]), new("q", 1, false, [1])], ["north", "south"]);
        Assert.Contains("the floors cost 4 (at least 4); the years have 3", YearPlanner.Problems(two, [new(3, 1_000)], new SitingGoal.Reach(0, [5, 0]), Little, TestContext.Current.CancellationToken)[0].En, StringComparison.Ordinal);
    }
}
