using Geo.Engine.Grids;
using Geo.Engine.Siting;

namespace Geo.Api.Siting;

/// <summary>What is asked and of which network, read from inputs and layers.</summary>
/// <param name="Demand">The people.</param>
/// <param name="Standing">Carriers that stand.</param>
/// <param name="Candidates">Carriers that may be built.</param>
/// <param name="Districts">Codes of the districts of the demand, in order.</param>
/// <param name="Years">Money of each year, thousandths; empty where only a share is asked for.</param>
/// <param name="Share">Least share of all people; 0 for none.</param>
/// <param name="Floors">Least share of the people of each district; 0 for none.</param>
internal sealed record SitingQuestion(
    NetworkDemand Demand,
    IReadOnlyList<NetworkCarrier> Standing,
    IReadOnlyList<NetworkCarrier> Candidates,
    IReadOnlyList<string> Districts,
    IReadOnlyList<long> Years,
    double Share,
    IReadOnlyList<double> Floors)
{
    /// <summary>The ground for ITU-R P.1812; null for the rural macro model, which knows none.</summary>
    public SitingGround? Ground { get; init; }

    /// <summary>The weights that the shares mean. Rounded up: a share is reached, not nearly reached.</summary>
    public SitingGoal.Reach Goal()
    {
        var people = Whole();
        return new SitingGoal.Reach(
            (long)Math.Ceiling(Share * people.Total), [.. Floors.Zip(people.ByDistrict, (share, weight) => (long)Math.Ceiling(share * weight))]);
    }

    /// <summary>All people, in all and by district.</summary>
    public ServedWeight Whole()
    {
        var byDistrict = new long[Demand.Districts.Count];
        foreach (var cell in Demand.Cells)
            byDistrict[cell.District] += cell.Weight;
        return new ServedWeight(byDistrict.Sum(), byDistrict);
    }

    /// <summary>The cells served by a choice of sites, with those that stand.</summary>
    public static bool[] Served(SitingProblem problem, IEnumerable<int> chosen)
    {
        var isServed = new bool[problem.Cells.Count];
        foreach (var cell in problem.Sites.Where(s => s.IsBuilt).Concat(chosen.Select(s => problem.Sites[s])).SelectMany(s => s.Served))
            isServed[cell] = true;
        return isServed;
    }
}
