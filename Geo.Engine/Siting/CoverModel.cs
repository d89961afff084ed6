namespace Geo.Engine.Siting;

/// <summary>
/// The part of a problem that is still open, made small: cells that standing sites serve and cells without a site are gone, cells of one district with the
/// same sites are one, sites that another serves all cells of at no greater cost are set aside. In canonical order, whatever the order of the input was.
/// </summary>
/// <remarks>Source: the reductions of L. Chen et al., European Journal of Operational Research 311 (2023); dominance as in set covering, Beasley 1987.</remarks>
internal sealed class CoverModel
{
    private CoverModel(SitingProblem problem, int[] sites, int[][] served, List<(long Weight, int District)> cells)
    {
        Sites = sites;
        Served = served;
        Cost = [.. sites.Select(s => problem.Sites[s].Cost)];
        Weight = [.. cells.Select(c => c.Weight)];
        District = [.. cells.Select(c => c.District)];
        ServedBy = Transpose(served, cells.Count);
        Base = problem.Serve([]);
    }

    /// <summary>Index in the problem of each site.</summary>
    public int[] Sites { get; }

    /// <summary>Cost of each site.</summary>
    public long[] Cost { get; }

    /// <summary>Cells of each site, ascending.</summary>
    public int[][] Served { get; }

    /// <summary>Sites of each cell, ascending.</summary>
    public int[][] ServedBy { get; }

    /// <summary>Weight of each cell.</summary>
    public long[] Weight { get; }

    /// <summary>District of each cell, -1 for none.</summary>
    public int[] District { get; }

    /// <summary>What the standing sites serve.</summary>
    public ServedWeight Base { get; }

    /// <summary>The model of a problem.</summary>
    public static CoverModel Of(SitingProblem problem, CancellationToken cancellation)
    {
        var order = Enumerable.Range(0, problem.Sites.Count).Where(s => !problem.Sites[s].IsBuilt)
            .OrderBy(s => problem.Sites[s].Id, StringComparer.Ordinal).ToArray();
        var (served, cells) = Merge(problem, order);
        var kept = Undominated(served, Transpose(served, cells.Count), [.. order.Select(s => problem.Sites[s].Cost)], cancellation);
        // Cells that differed by dominated sites only are one now.
        var (mergedServed, mergedCells) = Merge(cells, [.. kept.Select(s => served[s])]);
        return new CoverModel(problem, [.. kept.Select(s => order[s])], mergedServed, mergedCells);
    }

    /// <summary>Whether each cell must be served by every choice that reaches a goal: all cells are wanted, or all of its district.</summary>
    public bool[] Required(SitingGoal.Reach goal)
    {
        var isAll = goal.Weight - Base.Total >= Weight.Sum();
        var districts = goal.Floors.Index().Where(f => f.Item - Base.ByDistrict[f.Index] >= Weight.Where((_, cell) => District[cell] == f.Index).Sum()).Select(f => f.Index).ToHashSet();
        return [.. District.Select(d => isAll || districts.Contains(d))];
    }

    /// <summary>The chosen sites as the problem knows them, ascending.</summary>
    public int[] InProblem(IEnumerable<int> chosen) => [.. chosen.Select(s => Sites[s]).Order()];

    private static (int[][] Served, List<(long Weight, int District)> Cells) Merge(SitingProblem problem, int[] order)
    {
        var isServed = new bool[problem.Cells.Count];
        foreach (var cell in problem.Sites.Where(s => s.IsBuilt).SelectMany(s => s.Served))
            isServed[cell] = true;
        var open = problem.Cells.Index().Where(c => !isServed[c.Index] && c.Item.Weight > 0).Select(c => c.Index).ToArray();
        var place = new int[problem.Cells.Count];
        Array.Fill(place, -1);
        for (var i = 0; i < open.Length; i++)
            place[open[i]] = i;
        int[][] served = [.. order.Select(s => problem.Sites[s].Served.Select(c => place[c]).Where(c => c >= 0).ToArray())];
        return Merge([.. open.Select(c => (problem.Cells[c].Weight, problem.Cells[c].District))], served);
    }

    private static (int[][] Served, List<(long Weight, int District)> Cells) Merge(List<(long Weight, int District)> cells, int[][] served)
    {
        var servedBy = Transpose(served, cells.Count);
        var order = Enumerable.Range(0, cells.Count).Where(c => servedBy[c].Length > 0).ToArray();
        int Compare(int a, int b) => servedBy[a].AsSpan().SequenceCompareTo(servedBy[b]) is not 0 and var by ? by : cells[a].District.CompareTo(cells[b].District);
        Array.Sort(order, Compare);
        var merged = new List<(long, int)>();
        var sets = new List<int[]>();
        for (int from = 0, to; from < order.Length; from = to)
        {
            var weight = 0L;
            for (to = from; to < order.Length && Compare(order[from], order[to]) == 0; to++)
                weight += cells[order[to]].Weight;
            merged.Add((weight, cells[order[from]].District));
            sets.Add(servedBy[order[from]]);
        }
        return (Transpose([.. sets], served.Length), merged);
    }

    private static List<int> Undominated(int[][] served, int[][] servedBy, long[] cost, CancellationToken cancellation)
    {
        var kept = new List<int>();
        for (var site = 0; site < served.Length; site++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (served[site].Length == 0)
                continue;
            // Whoever dominates the site serves its least contested cell too.
            var cell = served[site].MinBy(c => servedBy[c].Length);
            if (!servedBy[cell].Any(other => other != site && Dominates(other, site)))
                kept.Add(site);
        }
        return kept;

        bool Dominates(int other, int site)
        {
            if (cost[other] > cost[site] || served[other].Length < served[site].Length)
                return false;
            var isTwin = cost[other] == cost[site] && served[other].Length == served[site].Length;
            return !(isTwin && other > site) && IsSubset(served[site], served[other]);
        }
    }

    private static bool IsSubset(int[] part, int[] whole)
    {
        var at = 0;
        foreach (var value in part)
        {
            while (at < whole.Length && whole[at] < value)
                at++;
            if (at == whole.Length || whole[at] != value)
                return false;
        }
        return true;
    }

    private static int[][] Transpose(int[][] rows, int columns)
    {
        var counts = new int[columns];
        foreach (var column in rows.SelectMany(r => r))
            counts[column]++;
        int[][] transposed = [.. counts.Select(c => new int[c])];
        Array.Clear(counts);
        for (var row = 0; row < rows.Length; row++)
        {
            foreach (var column in rows[row])
                transposed[column][counts[column]++] = row;
        }
        return transposed;
    }
}
