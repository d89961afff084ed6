namespace Geo.Engine.Siting;

/// <summary>A siting problem made of masts that stand, candidates, and people, by a model of who serves whom.</summary>
/// <param name="Problem">The problem: standing sites first, then candidates, each in order of name; costs in thousandths.</param>
/// <param name="Carriers">The carriers of each site of the problem.</param>
public sealed record NetworkProblem(SitingProblem Problem, IReadOnlyList<IReadOnlyList<NetworkCarrier>> Carriers)
{
    /// <summary>Parts of a unit of cost that costs count in: thousandths.</summary>
    public const double PartsOfCost = 1_000;

    /// <summary>The problem.</summary>
    /// <param name="demand">The people.</param>
    /// <param name="standing">Carriers that stand.</param>
    /// <param name="candidates">Carriers that may be built.</param>
    /// <param name="served">
    /// The cells that each site serves by itself, ascending, of sites given by their carriers: the radio model (<see cref="RuralMacroService"/>, <see cref="GroundSignals"/>).
    /// </param>
    public static NetworkProblem Of(
        NetworkDemand demand, IReadOnlyList<NetworkCarrier> standing, IReadOnlyList<NetworkCarrier> candidates, Func<IReadOnlyList<IReadOnlyList<NetworkCarrier>>, IReadOnlyList<int[]>> served)
    {
        var sites = BySite(standing).Select(s => (s.Name, s.Carriers, IsBuilt: true)).Concat(BySite(candidates).Select(s => (s.Name, s.Carriers, IsBuilt: false))).ToArray();
        var cells = served([.. sites.Select(s => s.Carriers)]);
        var problem = new SitingProblem(demand.Cells, [.. sites.Select((s, i) => Site(s.Name, s.Carriers, s.IsBuilt, cells[i]))], demand.Districts);
        return new NetworkProblem(problem, [.. sites.Select(s => s.Carriers)]);
    }

    private static IEnumerable<(string Name, NetworkCarrier[] Carriers)> BySite(IReadOnlyList<NetworkCarrier> carriers) =>
        carriers.GroupBy(c => c.Site, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.ToArray()));

    // A candidate may bear the name of a site that stands: another band on its mast.
    private static CandidateSite Site(string name, NetworkCarrier[] carriers, bool isBuilt, int[] served)
    {
        var cost = (long)Math.Round(carriers.Sum(c => c.Cost) * PartsOfCost);
        return new CandidateSite(isBuilt ? $"{name} (standing)" : name, isBuilt ? 0 : cost, isBuilt, served);
    }
}
