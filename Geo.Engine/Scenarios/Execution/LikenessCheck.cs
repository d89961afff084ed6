using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>Whether criteria say one thing under several names, so that it counts several times.</summary>
internal static class LikenessCheck
{
    private const double Alike = 0.9;
    private const double Inflated = 10;

    /// <summary>A warning for each pair that hardly differs, and for each criterion that the others together repeat.</summary>
    public static IEnumerable<ScenarioProblem> Problems(Theme theme, string path, DegreeStatistics statistics)
    {
        var told = new HashSet<int>();
        for (var first = 0; first < statistics.Criteria; first++)
            for (var second = first + 1; second < statistics.Criteria; second++)
                if (statistics.Correlation(first, second) is var correlation && Math.Abs(correlation) >= Alike)
                {
                    told.UnionWith([first, second]);
                    yield return Pair(path, theme.Criteria[first].Id, theme.Criteria[second].Id, correlation);
                }
        foreach (var (criterion, inflation) in statistics.VarianceInflation().Index())
            if (inflation > Inflated && told.Add(criterion))
                yield return Repeated(path, theme.Criteria[criterion].Id, inflation);
    }

    private static ScenarioProblem Pair(string path, string first, string second, double correlation) => new(
        path,
        new(FormattableString.Invariant($"'{first}' và '{second}' nói gần như cùng một điều (tương quan {correlation:0.00}): nó được tính hai lần"), FormattableString.Invariant($"'{first}' and '{second}' say nearly the same (correlation {correlation:0.00}): it counts twice")),
        new("gộp hai tiêu chí, hoặc chia trọng số giữa chúng", "join them, or share one weight between them"),
        IsWarning: true);

    private static ScenarioProblem Repeated(string path, string criterion, double inflation) => new(
        path,
        new(FormattableString.Invariant($"các tiêu chí khác cùng nhau lặp lại '{criterion}' (hệ số phóng đại phương sai {inflation:0.#})"), FormattableString.Invariant($"the other criteria together repeat '{criterion}' (variance inflation {inflation:0.#})")),
        new("bỏ bớt, hoặc nhóm chúng bằng hierarchy", "leave one out, or group them with hierarchy"),
        IsWarning: true);
}
