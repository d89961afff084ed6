namespace Geo.Engine.Siting;

/// <summary>What a plan is to reach.</summary>
public abstract record SitingGoal
{
    private SitingGoal()
    {
    }

    /// <summary>Why a problem cannot be asked this: nothing can be bought, or more is wanted than can be reached; says how much can. Empty when it can.</summary>
    public abstract IReadOnlyList<BilingualText> Problems(SitingProblem problem);

    /// <summary>Serve as much weight as a number of new sites can (maximal covering).</summary>
    /// <param name="MostSites">Most new sites, at least 1.</param>
    public sealed record MostWithSites(int MostSites) : SitingGoal
    {
        /// <inheritdoc/>
        public override IReadOnlyList<BilingualText> Problems(SitingProblem problem) => MostSites >= 1
            ? []
            : [new($"số vị trí mới là {MostSites}; được phép từ 1", $"the number of new sites is {MostSites}; allowed are 1 and more")];
    }

    /// <summary>Serve as much weight as a budget can (maximal covering with costs).</summary>
    /// <param name="Budget">Most that new sites may cost together, in the unit of their costs.</param>
    public sealed record MostWithinBudget(long Budget) : SitingGoal
    {
        /// <inheritdoc/>
        public override IReadOnlyList<BilingualText> Problems(SitingProblem problem)
        {
            var cheapest = problem.Sites.Where(s => !s.IsBuilt).Select(s => (long?)s.Cost).Min();
            return cheapest is { } least && Budget >= least
                ? []
                : [new($"ngân sách là {Budget}; vị trí rẻ nhất giá {cheapest?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "không có"}", $"the budget is {Budget}; the cheapest site costs {cheapest?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "nothing: there is none"}")];
        }
    }

    /// <summary>Serve a weight, in all and in districts, at least cost (partial set cover; set cover where all is wanted).</summary>
    /// <param name="Weight">Least weight in all; 0 for none.</param>
    /// <param name="Floors">Least weight of each district, in the order of the problem; empty for none.</param>
    public sealed record Reach(long Weight, IReadOnlyList<long> Floors) : SitingGoal
    {
        /// <inheritdoc/>
        public override IReadOnlyList<BilingualText> Problems(SitingProblem problem)
        {
            if (Floors.Count != 0 && Floors.Count != problem.Districts.Count)
                return [new($"có {Floors.Count} mức sàn cho {problem.Districts.Count} huyện", $"{Floors.Count} floors for {problem.Districts.Count} districts")];
            var reachable = problem.Reachable();
            return [.. Floors.Index().Where(f => f.Item > reachable.ByDistrict[f.Index])
                .Select(f => Beyond(problem.Districts[f.Index], f.Item, reachable.ByDistrict[f.Index]))
                .Concat(Weight > reachable.Total ? [Beyond(null, Weight, reachable.Total)] : [])];
        }

        private static BilingualText Beyond(string? district, long wanted, long reachable) => new(
            $"{(district is null ? "" : $"{district}: ")}muốn {wanted}; mọi vị trí cùng nhau chỉ đạt {reachable}",
            $"{(district is null ? "" : $"{district}: ")}{wanted} is wanted; all sites together reach {reachable}");
    }
}
