using Geo.Engine.Grids;
using Geo.Engine.Suitability;
using Geo.Engine.Suitability.Ranking;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Ranks districts and zones by their mean memberships in the cells that have a score.</summary>
internal static class ThemeRanking
{
    /// <summary>Most alternatives that are compared pair by pair; beyond them PROMETHEE is left out.</summary>
    public const int MostPairwise = 2_000;

    /// <summary>The tables that were asked for; null for none.</summary>
    /// <param name="scored">The theme with its scores.</param>
    /// <param name="grids">Its criteria; null when nothing is ranked.</param>
    /// <param name="study">The study area.</param>
    /// <param name="zones">Labels of the zones, 1 to <paramref name="zoneCount"/>; 0 for none.</param>
    /// <param name="zoneCount">Number of zones.</param>
    public static RunRankings? Of(ScoredTheme scored, ThemeGrids? grids, StudyGrid study, Grid<int> zones, int zoneCount)
    {
        var theme = scored.Weighed.Theme;
        if (grids is null || theme.Ranking is not { } settings)
            return null;
        var districts = settings.Districts ? Rank(theme, settings, Means(scored, grids, study.Units.Count, (row, column) => study.Districts[row, column]), i => study.Units[i].UnitCode) : null;
        var cut = settings.Zones ? Rank(theme, settings, Means(scored, grids, zoneCount, (row, column) => zones[row, column]), i => (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)) : null;
        return new RunRankings(districts, cut);
    }

    // Row by row in one thread, so that sums never depend on threads.
    private static double[]?[] Means(ScoredTheme scored, ThemeGrids grids, int count, Func<int, int, int> labelOf)
    {
        var criteria = scored.Weighed.Theme.Criteria;
        var (sums, cells) = (new double[count * criteria.Count], new long[count * criteria.Count]);
        var degrees = new float[scored.Score.Frame.Columns];
        for (var c = 0; c < criteria.Count; c++)
            for (var row = 0; row < scored.Score.Frame.Rows; row++)
            {
                grids.Criteria[c].Read(row, degrees);
                criteria[c].Membership.Apply(degrees, degrees);
                CellGrading.Fill(criteria[c].Missing, degrees);
                var scores = scored.Score.Row(row);
                for (var column = 0; column < degrees.Length; column++)
                    if (!float.IsNaN(scores[column]) && !float.IsNaN(degrees[column]) && labelOf(row, column) is var label and > 0)
                    {
                        sums[((label - 1) * criteria.Count) + c] += degrees[column];
                        cells[((label - 1) * criteria.Count) + c]++;
                    }
            }
        return [.. Enumerable.Range(0, count).Select(i => Mean(sums.AsSpan(i * criteria.Count, criteria.Count), cells.AsSpan(i * criteria.Count, criteria.Count)))];
    }

    // Null where a criterion is left out in all cells of an alternative: it cannot be compared.
    private static double[]? Mean(ReadOnlySpan<double> sums, ReadOnlySpan<long> cells)
    {
        var means = new double[sums.Length];
        for (var c = 0; c < means.Length; c++)
            means[c] = Math.Clamp(sums[c] / cells[c], 0, 1);
        return Array.TrueForAll(means, double.IsFinite) ? means : null;
    }

    private static IReadOnlyList<RunRanking> Rank(Theme theme, RankingSettings settings, double[]?[] means, Func<int, string> nameOf)
    {
        var ranked = Enumerable.Range(0, means.Length).Where(i => means[i] is not null).ToArray();
        if (ranked.Length == 0)
            return [];
        var weights = theme.Weighting.Resolve().Select(w => w.Used).ToArray();
        var matrix = new DecisionMatrix([.. ranked.Select(i => means[i]!)], [.. weights.Select(_ => Suitability.Direction.Benefit)]); // they were chosen so
        var topsis = Topsis.Closeness(matrix, weights, Scaling.MinMax);
        var vikor = Vikor.Evaluate(matrix, weights, settings.Majority);
        var flows = ranked.Length is > 1 and <= MostPairwise ? Promethee.Evaluate(matrix, weights, [.. weights.Select(_ => new Preference.Usual())]) : null;
        var spotis = Spotis.Distances(matrix, weights, [.. weights.Select(_ => (0.0, 1.0))]);
        return [.. ranked.Select((alternative, i) => new RunRanking(
            nameOf(alternative), means[alternative]!, topsis[i], vikor.Compromise[i], vikor.CompromiseSet.Contains(i), flows?.Net[i], spotis[i]))]; // they were chosen so
    }
}
