namespace Geo.Engine.Siting;

/// <summary>
/// Cells with people, and sites that serve some of them: a cell is served when one of its sites is there. Whole numbers throughout, so that sums do not
/// depend on their order. What a site serves does not depend on the others: interference comes after, with the signal.
/// </summary>
public sealed class SitingProblem
{
    /// <summary>A problem.</summary>
    /// <exception cref="ArgumentException">It is not sound (see <see cref="Problems"/>).</exception>
    public SitingProblem(IReadOnlyList<DemandCell> cells, IReadOnlyList<CandidateSite> sites, IReadOnlyList<string> districts)
    {
        if (Problems(cells, sites, districts) is [var first, ..])
            throw new ArgumentException(first.En, nameof(sites));
        (Cells, Sites, Districts) = (cells, sites, districts);
    }

    /// <summary>The cells.</summary>
    public IReadOnlyList<DemandCell> Cells { get; }

    /// <summary>The sites, standing and possible.</summary>
    public IReadOnlyList<CandidateSite> Sites { get; }

    /// <summary>Names of the districts, by number.</summary>
    public IReadOnlyList<string> Districts { get; }

    /// <summary>The weight of all cells.</summary>
    public long TotalWeight => Cells.Sum(c => c.Weight);

    /// <summary>Everything about a problem that makes no sense: whose, what was received, what is allowed.</summary>
    public static IReadOnlyList<BilingualText> Problems(
        IReadOnlyList<DemandCell> cells, IReadOnlyList<CandidateSite> sites, IReadOnlyList<string> districts) =>
        SitingCheck.Problems(cells, sites, districts);

    /// <summary>The weight that a choice of sites serves, in all and by district; cells of no district count in the whole only.</summary>
    /// <param name="chosen">Indices of sites; those that stand count whether they are named or not.</param>
    public ServedWeight Serve(IEnumerable<int> chosen)
    {
        var isServed = new bool[Cells.Count];
        foreach (var site in chosen.Concat(Sites.Index().Where(s => s.Item.IsBuilt).Select(s => s.Index)))
        {
            foreach (var cell in Sites[site].Served)
                isServed[cell] = true;
        }
        return ServedWeight.Of(Cells, Districts.Count, cell => isServed[cell]);
    }

    /// <summary>The weight that all sites together serve: no plan serves more.</summary>
    public ServedWeight Reachable() => Serve(Enumerable.Range(0, Sites.Count));
}
