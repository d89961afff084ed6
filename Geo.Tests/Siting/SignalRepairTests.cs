using CsCheck;
using Geo.Engine.Siting;

namespace Geo.Tests.Siting;

public sealed class SignalRepairTests
{
    [Fact]
    public void A_repair_never_serves_fewer_keeps_the_budget_and_what_stands_and_ends_where_no_step_helps() =>
        Gen.Select(SmallProblems.Any, Gen.Int[0, 1023], Gen.Long[0, 20]).Sample((problem, bits, more) =>
        {
            var chosen = Enumerable.Range(0, problem.Sites.Count).Where(s => !problem.Sites[s].IsBuilt && (bits >> s & 1) == 1).ToArray();
            var limits = new RepairLimits(SmallProblems.Cost(problem, chosen) + more, 2, 100_000, 5);
            var repaired = SignalRepair.Mend(problem, chosen, (sites, _) => Disturbed(problem, sites), limits, TestContext.Current.CancellationToken);
            Assert.True(repaired.IsSettled);
            Assert.Equal(Disturbed(problem, [.. AllAt0(problem, chosen)]).Total, repaired.Before.Total);
            Assert.Equal(Disturbed(problem, repaired.Sites).Total, repaired.After.Total);
            var weights = repaired.Steps.Select(s => s.Weight).Prepend(repaired.Before.Total).ToArray();
            Assert.All(weights.Zip(weights.Skip(1)), pair => Assert.True(pair.Second > pair.First));
            Assert.Equal(weights[^1], repaired.After.Total);
            Assert.True(SmallProblems.Cost(problem, repaired.Sites.Select(s => s.Site).Where(s => !problem.Sites[s].IsBuilt)) <= limits.Budget);
            Assert.All(problem.Sites.Index().Where(s => s.Item.IsBuilt), s => Assert.Contains(s.Index, repaired.Sites.Select(t => t.Site)));
            foreach (var given in repaired.Sites.Where(s => !problem.Sites[s.Site].IsBuilt))
                Assert.True(Disturbed(problem, [.. repaired.Sites.Where(s => s != given)]).Total <= repaired.After.Total);
        }, iter: 100);

    [Fact]
    public void Of_two_sites_that_drown_each_other_one_is_given_up_and_the_evaluations_are_bounded()
    {
        var problem = new SitingProblem([new(10, -1), new(10, -1), new(1, -1)], [new("a", 1, false, [0, 1]), new("b", 1, false, [0, 1, 2])], []);
        SignalEvaluator plain = (sites, _) => Disturbed(problem, sites);
        var repaired = SignalRepair.Mend(problem, [0, 1], plain, new RepairLimits(2, 1, 50, 3), TestContext.Current.CancellationToken);
        Assert.Equal((1, 21), (repaired.Before.Total, repaired.After.Total));
        Assert.Equal([new RepairStep(0, null, null, 21)], repaired.Steps);
        var cut = SignalRepair.Mend(problem, [0, 1], plain, new RepairLimits(2, 1, 1, 3), TestContext.Current.CancellationToken);
        Assert.Equal((1, false, 1), (cut.Evaluations, cut.IsSettled, cut.After.Total));
    }

    // A toy of interference: a cell is served where exactly one site is heard; the second tilt is heard in every other cell only.
    private static ServedWeight Disturbed(SitingProblem problem, IReadOnlyList<TiltedSite> sites)
    {
        var heard = new int[problem.Cells.Count];
        foreach (var (site, tilt) in sites)
        {
            foreach (var cell in problem.Sites[site].Served.Where((_, i) => tilt == 0 || i % 2 == 0))
                heard[cell]++;
        }
        return new ServedWeight(problem.Cells.Index().Where(c => heard[c.Index] == 1).Sum(c => c.Item.Weight), []);
    }

    private static IEnumerable<TiltedSite> AllAt0(SitingProblem problem, int[] chosen) =>
        problem.Sites.Index().Where(s => s.Item.IsBuilt || chosen.Contains(s.Index)).Select(s => new TiltedSite(s.Index, 0));
}
