using System.Globalization;
using CsCheck;
using Geo.Engine.Siting;

namespace Geo.Tests.Siting;

/// <summary>Problems small enough to try every choice.</summary>
internal static class SmallProblems
{
    public static readonly string[] Districts = ["a", "b"];

    /// <summary>Up to 10 sites, the first of which may stand, over up to 14 cells in two districts.</summary>
    public static Gen<SitingProblem> Any { get; } =
        from cells in Gen.Select(Gen.Long[0, 50], Gen.Int[-1, 1], (w, d) => new DemandCell(w, d)).Array[1, 14]
        from sites in Gen.Select(Gen.Long[1, 9], Gen.Int[0, (1 << 14) - 1]).Array[1, 10]
        from stands in Gen.Bool
        select new SitingProblem(cells, [.. sites.Select((s, i) => new CandidateSite(Name(i), s.Item1, stands && i == 0, Bits(s.Item2, cells.Length)))], Districts);

    /// <summary>Every choice of the sites that do not stand.</summary>
    public static IEnumerable<int[]> Choices(SitingProblem problem)
    {
        var open = problem.Sites.Index().Where(s => !s.Item.IsBuilt).Select(s => s.Index).ToArray();
        for (var bits = 0; bits < 1 << open.Length; bits++)
            yield return [.. open.Where((_, i) => (bits >> i & 1) == 1)];
    }

    /// <summary>Weight of the cells that a choice or a standing site serves, counted the plain way.</summary>
    public static long Weight(SitingProblem problem, IEnumerable<int> chosen, int? district = null)
    {
        var sites = chosen.Select(s => problem.Sites[s]).Concat(problem.Sites.Where(s => s.IsBuilt)).ToArray();
        return problem.Cells.Index().Where(c => sites.Any(s => s.Served.Contains(c.Index)) && (district is null || c.Item.District == district)).Sum(c => c.Item.Weight);
    }

    /// <summary>What a choice costs.</summary>
    public static long Cost(SitingProblem problem, IEnumerable<int> chosen) => chosen.Sum(s => problem.Sites[s].Cost);

    private static string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"s{index:00}");

    private static int[] Bits(int bits, int count) => [.. Enumerable.Range(0, count).Where(i => (bits >> i & 1) == 1)];
}
