using System.Globalization;

namespace Geo.Engine.Filters;

/// <summary>How much of a filter is read. Filters come from strangers: what is larger is refused before it costs time or stack.</summary>
public static class FilterLimits
{
    /// <summary>Most characters (UTF-16) of CQL2-Text.</summary>
    public const int LongestText = 10_000;

    /// <summary>Most bytes (UTF-8) of CQL2-JSON.</summary>
    public const int LongestJson = 64 * 1024;

    /// <summary>Most expressions that may lie in one another, the outermost counted; as many parentheses in text.</summary>
    public const int DeepestNesting = 32;

    /// <summary>Most expressions in all; a geometry or box counts as one.</summary>
    public const int MostExpressions = 500;

    /// <summary>Most positions of one geometry.</summary>
    public const int MostPositions = 10_000;

    /// <summary>The same tree, when it keeps to the limits of depth and number. Walks without recursion: a chain of sums lies as deep as it is long.</summary>
    /// <exception cref="FilterException">It does not; the place is that of the first expression beyond a limit.</exception>
    internal static FilterExpression Checked(FilterExpression filter)
    {
        var pending = new Stack<(FilterExpression Expression, int Depth)>([(filter, 1)]);
        for (var count = 1; pending.TryPop(out var next); count++)
        {
            if (next.Depth > DeepestNesting)
                throw TooDeep(next.Expression.Place);
            if (count > MostExpressions)
                throw TooMany(next.Expression.Place);
            foreach (var part in next.Expression.Parts().Reverse())
                pending.Push((part, next.Depth + 1));
        }

        return filter;
    }

    /// <summary>The fault of expressions in one another.</summary>
    internal static FilterException TooDeep(FilterPlace place) => new(
        place,
        Text($"Biểu thức lồng nhau quá sâu; tối đa {DeepestNesting} cấp."),
        Text($"Expressions lie deeper in one another than {DeepestNesting} levels."));

    /// <summary>The fault of a text or JSON that is too long.</summary>
    internal static FilterException TooLong(FilterPlace place, int length, int most, string unitVietnamese, string unitEnglish) => new(
        place,
        Text($"Bộ lọc dài {length} {unitVietnamese}; tối đa {most}."),
        Text($"The filter has {length} {unitEnglish}; at most {most} are read."));

    private static FilterException TooMany(FilterPlace place) => new(
        place,
        Text($"Bộ lọc có quá nhiều biểu thức; tối đa {MostExpressions}."),
        Text($"The filter has more than {MostExpressions} expressions."));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
