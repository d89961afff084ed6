namespace Geo.Engine.Filters;

/// <summary>The operators of CQL2 by their names in CQL2-JSON, in lower case but for <c>isNull</c>; the spatial, temporal and array ones with their prefix.</summary>
public static class FilterOperators
{
    /// <summary>Two or more truths, all of which hold.</summary>
    public const string And = "and";

    /// <summary>Two or more truths, one of which holds.</summary>
    public const string Or = "or";

    /// <summary>The contrary of one truth.</summary>
    public const string Not = "not";

    /// <summary>Text against a pattern: % any characters, _ one, backslash before either for itself.</summary>
    public const string Like = "like";

    /// <summary>A number or other value between two, both included.</summary>
    public const string Between = "between";

    /// <summary>A value in a list.</summary>
    public const string In = "in";

    /// <summary>Whether there is no value.</summary>
    public const string IsNull = "isNull";

    /// <summary>Text without regard to case.</summary>
    public const string CaseInsensitive = "casei";

    /// <summary>Text without regard to accents.</summary>
    public const string AccentInsensitive = "accenti";

    /// <summary>Comparisons of two values.</summary>
    public static IReadOnlyList<string> Comparisons { get; } = ["=", "<>", "<", ">", "<=", ">="];

    /// <summary>Arithmetic of two numbers; <c>div</c> is division without remainder, <c>%</c> the remainder, <c>^</c> the power.</summary>
    public static IReadOnlyList<string> Arithmetic { get; } = ["+", "-", "*", "/", "%", "div", "^"];

    /// <summary>Relations of two geometries (OGC Simple Features, DE-9IM).</summary>
    public static IReadOnlyList<string> Spatial { get; } =
        ["s_intersects", "s_equals", "s_disjoint", "s_touches", "s_within", "s_overlaps", "s_crosses", "s_contains"];

    /// <summary>Relations of two moments or periods (Allen 1983).</summary>
    public static IReadOnlyList<string> Temporal { get; } =
    [
        "t_after", "t_before", "t_contains", "t_disjoint", "t_during", "t_equals", "t_finishedby", "t_finishes", "t_intersects", "t_meets",
        "t_metby", "t_overlappedby", "t_overlaps", "t_startedby", "t_starts",
    ];

    /// <summary>Relations of two lists taken as sets.</summary>
    public static IReadOnlyList<string> Arrays { get; } = ["a_equals", "a_contains", "a_containedby", "a_overlaps"];
}
