namespace Geo.Engine.Features.Filtering;

/// <summary>The predicates of CQL2 over compiled parts, in three-valued logic.</summary>
internal static class FilterPredicates
{
    /// <summary>All hold.</summary>
    public static TruthOf And(TruthOf[] parts) => Joined(parts, decisive: false);

    /// <summary>One holds.</summary>
    public static TruthOf Or(TruthOf[] parts) => Joined(parts, decisive: true);

    /// <summary>The contrary; of unknown unknown.</summary>
    public static TruthOf Not(TruthOf part) => f => !part(f);

    /// <summary>The value is missing.</summary>
    public static TruthOf IsNull(ValueOf value) => f => value(f).IsNothing;

    /// <summary>The period is missing.</summary>
    public static TruthOf IsNull(PeriodOf period) => f => period(f) is null;

    /// <summary>The value itself is a truth.</summary>
    public static TruthOf IsTrue(ValueOf value) => f => value(f).Boolean;

    /// <summary>One of the six comparisons.</summary>
    public static TruthOf Compare(string name, ValueOf left, ValueOf right)
    {
        Func<int, bool> holds = name switch
        {
            "=" => order => order == 0,
            "<>" => order => order != 0,
            "<" => order => order < 0,
            ">" => order => order > 0,
            "<=" => order => order <= 0,
            _ => order => order >= 0,
        };
        return f => FilterValue.Compare(left(f), right(f)) is { } order ? holds(order) : null;
    }

    /// <summary>Not below the one, not above the other.</summary>
    public static TruthOf Between(ValueOf value, ValueOf least, ValueOf most) => f =>
    {
        var known = value(f);
        return IsNotNegative(FilterValue.Compare(known, least(f))) & IsNotNegative(FilterValue.Compare(most(f), known));
    };

    /// <summary>Equal to one of a list; never of an empty one.</summary>
    public static TruthOf In(ValueOf value, ValueOf[] list) => f =>
    {
        var known = value(f);
        bool? found = false;
        foreach (var item in list)
        {
            var order = FilterValue.Compare(known, item(f));
            if (order == 0)
                return true;
            found = order is null ? null : found;
        }
        return found;
    };

    /// <summary>A text fits a pattern that may differ by feature.</summary>
    public static TruthOf Like(ValueOf text, ValueOf pattern) =>
        f => text(f).Text is { } known && pattern(f).Text is { } like ? new LikePattern(like).Matches(known) : null;

    /// <summary>A text fits a pattern; never known without one.</summary>
    public static TruthOf Like(ValueOf text, string? pattern)
    {
        if (pattern is null)
            return _ => null;
        var compiled = new LikePattern(pattern);
        return f => text(f).Text is { } known ? compiled.Matches(known) : null;
    }

    /// <summary>A relation of periods or moments.</summary>
    public static TruthOf Temporal(string name, PeriodOf left, PeriodOf right)
    {
        var relation = TemporalRelation.Of(name);
        return f =>
        {
            if (left(f) is not { } a || right(f) is not { } b)
                return null;
            (a, b) = Period.Align(a, b);
            return relation(a, b);
        };
    }

    /// <summary>A relation of lists.</summary>
    public static TruthOf Lists(string name, ListOf left, ListOf right)
    {
        var relation = ListRelation.Of(name);
        return f => relation(left(f), right(f));
    }

    // One decisive truth decides; without it a single unknown leaves the whole unknown.
    private static TruthOf Joined(TruthOf[] parts, bool decisive) => f =>
    {
        bool? all = !decisive;
        foreach (var part in parts)
        {
            var truth = part(f);
            if (truth == decisive)
                return decisive;
            all = truth is null ? null : all;
        }
        return all;
    };

    private static bool? IsNotNegative(int? order) => order is { } known ? known >= 0 : null;
}
