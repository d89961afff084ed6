using Geo.Engine.Siting;

namespace Geo.Tests.Siting;

public sealed class SharedMastsTests
{
    private static readonly DemandCell[] Cells = [new(100, -1), new(100, -1), new(50, -1)];
    private static readonly string[] Operators = ["V", "M"];

    // Each operator has one mast; one new mast of 10 could serve the third cell, two others repeat the standing ones.
    private static readonly (CandidateSite, int)[] Masts =
    [
        (new("west", 0, true, [0]), 0), (new("east", 0, true, [1]), 1),
        (new("new west", 10, false, [0]), -1), (new("new east", 10, false, [1]), -1), (new("south", 10, false, [2]), -1),
    ];

    [Theory]
    [InlineData(false, 200, 20)] // each builds beside the other's mast
    [InlineData(true, 200, 6)] // each joins the other's mast
    [InlineData(false, 250, 40)] // and each builds in the south
    [InlineData(true, 250, 19)] // and the south is built once: 10 + 3
    public void Sharing_masts_costs_what_joining_costs(bool isShared, long each, long cost)
    {
        var problem = SharedMasts.Problem(Cells, Masts, Operators, 3, isShared);
        var plan = SitingSolver.Solve(problem, new SitingGoal.Reach(0, [each, each]), new SitingEffort(), TestContext.Current.CancellationToken);
        Assert.Equal((cost, cost), (plan.Cost, plan.Bound));
        Assert.All(plan.Served.ByDistrict, served => Assert.True(served >= each));
    }

    [Fact]
    public void A_mast_without_a_known_owner_is_refused() =>
        Assert.Throws<ArgumentException>(() => SharedMasts.Problem(Cells, [(new("x", 0, true, [0]), 2)], Operators, 3, true));
}
