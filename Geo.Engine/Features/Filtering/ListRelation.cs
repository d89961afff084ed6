namespace Geo.Engine.Features.Filtering;

/// <summary>
/// The relations of CQL2 between lists taken as sets: neither order nor repetition counts. Elements of different types are different. A missing element
/// makes the relation unknown.
/// </summary>
internal static class ListRelation
{
    /// <summary>The test of one of <see cref="Filters.FilterOperators.Arrays"/>; elements are <see cref="FilterValue"/>, <see cref="Period"/>, lists, or null.</summary>
    public static Func<object?[], object?[], bool?> Of(string name)
    {
        Func<object?[], object?[], bool> relation = name switch
        {
            "a_equals" => (a, b) => Contains(a, b) && Contains(b, a),
            "a_contains" => Contains,
            "a_containedby" => (a, b) => Contains(b, a),
            "a_overlaps" => (a, b) => Array.Exists(a, x => Holds(b, x)),
            _ => throw new ArgumentException($"{name} is no relation of lists.", nameof(name)),
        };
        return (a, b) => HasGap(a) || HasGap(b) ? null : relation(a, b);
    }

    private static bool HasGap(object?[] list) => Array.Exists(list, i => i is null || (i is object?[] inner && HasGap(inner)));

    private static bool Contains(object?[] whole, object?[] part) => Array.TrueForAll(part, p => Holds(whole, p));

    private static bool Holds(object?[] list, object? element) => Array.Exists(list, i => AreSame(i, element));

    private static bool AreSame(object? a, object? b) => (a, b) switch
    {
        (FilterValue x, FilterValue y) => FilterValue.AreSame(x, y),
        (Period x, Period y) => Period.Align(x, y) is var (first, second) && first.Start == second.Start && first.End == second.End,
        (object?[] x, object?[] y) => Contains(x, y) && Contains(y, x),
        _ => false,
    };
}
