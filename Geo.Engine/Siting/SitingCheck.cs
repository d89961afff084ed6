namespace Geo.Engine.Siting;

/// <summary>What must hold of a problem and of what is asked of it.</summary>
internal static class SitingCheck
{
    private const long MostCost = 1_000_000_000_000;
    private const long MostWeight = 1_000_000_000_000;
    private const long MostWeightInAll = 1_000_000_000_000_000;

    /// <summary>One sentence for each fault of a problem.</summary>
    public static IReadOnlyList<BilingualText> Problems(
        IReadOnlyList<DemandCell> cells, IReadOnlyList<CandidateSite> sites, IReadOnlyList<string> districts)
    {
        var problems = new List<BilingualText>();
        foreach (var (index, cell) in cells.Index())
        {
            if (cell.Weight is < 0 or > MostWeight)
                problems.Add(new($"ô {index}: trọng số là {cell.Weight}; được phép từ 0 đến {MostWeight}", $"cell {index}: weight is {cell.Weight}; allowed are 0 to {MostWeight}"));
            if (cell.District < -1 || cell.District >= districts.Count)
                problems.Add(new($"ô {index}: huyện số {cell.District}; được phép từ -1 đến {districts.Count - 1}", $"cell {index}: district {cell.District}; allowed are -1 to {districts.Count - 1}"));
        }
        if (problems.Count == 0 && cells.Sum(c => (decimal)c.Weight) is > MostWeightInAll and var weight)
            problems.Add(new($"tổng trọng số là {weight}; được phép đến {MostWeightInAll}", $"the weights add up to {weight}; allowed are up to {MostWeightInAll}"));
        foreach (var twice in sites.GroupBy(s => s.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
            problems.Add(new($"vị trí {twice.Key}: có {twice.Count()} lần; mỗi mã một lần", $"site {twice.Key}: there {twice.Count()} times; each id once"));
        problems.AddRange(sites.SelectMany(s => OfSite(s, cells.Count)));
        return problems;
    }

    private static IEnumerable<BilingualText> OfSite(CandidateSite site, int cells)
    {
        if (site.Cost is < 0 or > MostCost)
            yield return new($"vị trí {site.Id}: chi phí là {site.Cost}; được phép từ 0 đến {MostCost}", $"site {site.Id}: cost is {site.Cost}; allowed are 0 to {MostCost}");
        var before = -1;
        foreach (var cell in site.Served)
        {
            if (cell <= before || cell >= cells)
            {
                yield return new($"vị trí {site.Id}: ô {cell} sau ô {before}; được phép tăng dần, dưới {cells}", $"site {site.Id}: cell {cell} after {before}; allowed are ascending ones below {cells}");
                yield break;
            }
            before = cell;
        }
    }
}
