using System.Globalization;
using Geo.Engine.Siting;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Siting;

/// <summary>Instances of each published family that fit a test run; benchmarks/siting runs them all, with more effort.</summary>
public sealed class PublishedInstancesTests
{
    private static readonly SitingEffort Effort = new() { Moves = 2_000_000, Annealings = 1, Kicks = 300, BoundSteps = 1_500, ExactWork = 20 };

    [Theory]
    [InlineData("scp42")]
    [InlineData("scp62")]
    public void A_set_cover_of_Beasley_is_solved_and_proven(string name)
    {
        var published = Published();
        var optimum = PublishedInstances.Whole(published.Listed("setcover").Single(r => r[0] == name)[3]);
        var problem = published.SetCover(name);
        var plan = SitingSolver.Solve(problem, new SitingGoal.Reach(problem.TotalWeight, []), Effort, TestContext.Current.CancellationToken);
        Assert.Equal((optimum, optimum), (plan.Cost, plan.Bound));
    }

    [Theory]
    [InlineData("pmed1")]
    [InlineData("pmed5")]
    [InlineData("pmed7")]
    [InlineData("pmed13")]
    public void A_p_median_of_Beasley_is_solved_and_bounded_within_half_a_per_cent(string name)
    {
        var published = Published();
        var row = published.Listed("pmedian").Single(r => r[0] == name);
        var plan = MedianSolver.Solve(published.Median(name, int.Parse(row[1], CultureInfo.InvariantCulture)), int.Parse(row[3], CultureInfo.InvariantCulture), Effort, TestContext.Current.CancellationToken);
        Assert.Equal(PublishedInstances.Number(row[4]), plan.Cost);
        Assert.InRange(plan.Bound, plan.Cost * 0.995, plan.Cost);
    }

    [Theory]
    [InlineData("NewYork", 50)]
    [InlineData("SanFrancisco", 50)]
    public void A_maximal_covering_of_census_points_is_within_half_a_per_cent_and_the_bound_is_not_beaten(string name, int count)
    {
        var published = Published();
        var row = published.Listed("mclp").Single(r => r[0] == name && r[2] == count.ToString(CultureInfo.InvariantCulture));
        var (known, problem) = (PublishedInstances.Whole(row[4]), published.Covering(name, PublishedInstances.Number(row[3])));
        Assert.Equal(known, problem.Serve(row[6].Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture))).Total);
        var plan = SitingSolver.Solve(problem, new SitingGoal.MostWithSites(count), Effort with { ExactWork = 0 }, TestContext.Current.CancellationToken);
        Assert.InRange(plan.Objective, known * 0.995, plan.Bound);
        Assert.True(plan.Bound >= known);
        Assert.True(plan.Gap < 0.02);
    }

    [Fact]
    public void Stores_of_San_Francisco_are_chosen_as_all_their_subsets_say()
    {
        var published = Published();
        var stores = published.StoreNames();
        foreach (var row in published.Rows("spopt_sf", "mclp_enumerated.csv"))
        {
            var problem = published.CoveringStores(PublishedInstances.Number(row[0]));
            var plan = SitingSolver.Solve(problem, new SitingGoal.MostWithSites(int.Parse(row[1], CultureInfo.InvariantCulture)), Effort with { Moves = 20_000 }, TestContext.Current.CancellationToken);
            Assert.Equal((PublishedInstances.Whole(row[2]), PublishedInstances.Whole(row[2])), (plan.Objective, plan.Bound));
        }
        foreach (var row in published.Rows("spopt_sf", "pmedian_enumerated.csv"))
        {
            var plan = MedianSolver.Solve(published.MedianStores(), int.Parse(row[0], CultureInfo.InvariantCulture), Effort, TestContext.Current.CancellationToken);
            Assert.Equal(PublishedInstances.Number(row[1]), plan.Cost, 1);
            Assert.Equal(row[4].Split(' ').Order(StringComparer.Ordinal), plan.Open.Select(s => stores[s]).Order(StringComparer.Ordinal));
            Assert.InRange(plan.Bound, plan.Cost * 0.995, plan.Cost);
        }
    }

    private static PublishedInstances Published() => new(Repository.Shared("reference", "siting"));
}
