namespace Geo.Engine.Siting;

/// <summary>Brings sites into years within their money.</summary>
internal sealed class YearSchedule(CoverModel model, IReadOnlyList<YearBudget> years)
{
    /// <summary>
    /// Builds year after year what serves most for its cost. The sites that must be there in the end are built first, and money for those that are not built
    /// yet is kept back from the others.
    /// </summary>
    /// <param name="needed">Sites that must be built; all years together can pay them.</param>
    /// <param name="allowed">Sites that may be built.</param>
    /// <returns>The year of each site, from 0; the number of years for one that is not built.</returns>
    public int[] Greedy(IReadOnlyCollection<int> needed, IEnumerable<int> allowed)
    {
        var (state, built) = (new CoverState(model), Enumerable.Repeat(years.Count, model.Sites.Length).ToArray());
        var (must, may) = (needed.ToHashSet(), allowed.ToHashSet());
        var (money, later) = (0L, years.Sum(y => y.Money));
        for (var year = 0; year < years.Count; year++)
        {
            money += years[year].Money;
            later -= years[year].Money;
            Build(must, spare: 0);
            Build(may, spare: Math.Max(0, must.Where(s => !state.IsChosen[s]).Sum(s => model.Cost[s]) - later));

            void Build(HashSet<int> sites, long spare) => LazyGreedy.Fill(
                state,
                s => sites.Contains(s) ? Math.Max(state.Gain[s], must.Contains(s) ? 1 : 0) : 0,
                s => model.Cost[s],
                s => model.Cost[s] <= money - spare,
                s =>
                {
                    (built[s], money) = (year, money - model.Cost[s]);
                });
        }
        return built;
    }

    /// <summary>The weight served at the end of each year, counted by the shares of the years.</summary>
    public long Objective(int[] built)
    {
        var (state, sum) = (new CoverState(model), 0L);
        for (var year = 0; year < years.Count; year++)
        {
            for (var site = 0; site < built.Length; site++)
            {
                if (built[site] == year)
                    state.Add(site);
            }
            sum += years[year].Share * state.Weight;
        }
        return sum;
    }
}
