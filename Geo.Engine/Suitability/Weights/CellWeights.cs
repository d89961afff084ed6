namespace Geo.Engine.Suitability.Weights;

/// <summary>The rules of <see cref="DataWeights"/> over the memberships of millions of cells, in one or two passes and without a table of them.</summary>
internal static class CellWeights
{
    /// <summary>Weights with a sum of 1; null with the reason among <paramref name="faults"/> when the cells give none.</summary>
    public static IReadOnlyList<double>? Of(DataRule rule, DegreeStatistics data, ICollection<BilingualText> faults)
    {
        if (data.Cells < 2)
            return Refuse(faults, "trọng số từ dữ liệu cần ít nhất 2 ô có đủ mọi tiêu chí", "weights from data need at least 2 cells in which every criterion has a membership");
        if (rule == DataRule.Merec && Enumerable.Range(0, data.Criteria).Any(c => data.Least(c) <= 0))
            return Refuse(faults, "MEREC chia cho mức thuộc nhỏ nhất, nên mọi mức thuộc phải lớn hơn 0; ở đây có mức 0: dùng critic hoặc std", "MEREC divides by the least membership, so none may be 0; here some are: use critic or std");
        var parts = Enumerable.Range(0, data.Criteria).Select(c => Math.Max(0, rule switch
        {
            DataRule.Critic => Critic(data, c),
            DataRule.StandardDeviation => Spread(data, c, 0),
            _ => 0,
        })).ToArray();
        if (rule == DataRule.Entropy)
            parts = Entropy(data);
        if (rule == DataRule.Merec)
            parts = Merec(data);
        var sum = parts.Sum();
        return sum > 0
            ? [.. parts.Select(p => p / sum)]
            : Refuse(faults, "mọi ô đều như nhau ở mọi tiêu chí: dữ liệu không cho trọng số nào", "the cells are alike in every criterion: data give no weights then");
    }

    private static IReadOnlyList<double>? Refuse(ICollection<BilingualText> faults, string vi, string en)
    {
        faults.Add(new(vi, en));
        return null;
    }

    // From worst to best, as in the table form.
    private static double Spread(DegreeStatistics data, int criterion, int lostFreedom) =>
        data.Deviation(criterion, lostFreedom) is 0 ? 0 : data.Deviation(criterion, lostFreedom) / (data.Greatest(criterion) - data.Least(criterion));

    private static double Critic(DegreeStatistics data, int criterion)
    {
        var spread = Spread(data, criterion, 1);
        var others = Enumerable.Range(0, data.Criteria).Where(other => other != criterion && data.Deviation(other, 0) > 0).ToList();
        return others.Count == 0 ? spread : spread == 0 ? 0 : spread * others.Sum(other => 1 - data.Correlation(criterion, other));
    }

    // -sum(p ln p) / ln n with p = v / S is (ln S - sum(v ln v) / S) / ln n.
    private static double[] Entropy(DegreeStatistics data)
    {
        var sums = data.SumOverCells(data.Criteria, (degrees, totals) =>
        {
            for (var c = 0; c < degrees.Length; c++)
                totals[c] += degrees[c] > 0 ? degrees[c] * Math.Log(degrees[c]) : 0;
        });
        return [.. sums.Select((logs, c) =>
        {
            var total = data.Mean(c) * data.Cells;
            var isFlat = data.Least(c) == data.Greatest(c);
            return isFlat || total == 0 ? 0 : Math.Max(0, 1 - ((Math.Log(total) - (logs / total)) / Math.Log(data.Cells)));
        })];
    }

    private static double[] Merec(DegreeStatistics data)
    {
        var least = Enumerable.Range(0, data.Criteria).Select(data.Least).ToArray();
        return data.SumOverCells(data.Criteria, (degrees, totals) =>
        {
            var total = 0.0;
            for (var c = 0; c < degrees.Length; c++)
                total += degrees[c] = Math.Log(degrees[c] / least[c]);
            for (var c = 0; c < degrees.Length; c++)
                totals[c] += Math.Abs(Math.Log(1 + ((total - degrees[c]) / degrees.Length)) - Math.Log(1 + (total / degrees.Length)));
        });
    }
}
