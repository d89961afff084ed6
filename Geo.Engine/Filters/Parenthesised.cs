namespace Geo.Engine.Filters;

/// <summary>
/// One expression in parentheses, while CQL2-Text is being read: where a list may stand it is a list of one, elsewhere the expression itself.
/// It is never part of a finished tree.
/// </summary>
internal sealed record Parenthesised(FilterExpression Inner, FilterPlace Place) : FilterExpression(Place)
{
    /// <summary>The expression where no list may stand.</summary>
    public static FilterExpression AsValue(FilterExpression expression)
    {
        while (expression is Parenthesised group)
            expression = group.Inner;
        return expression;
    }

    /// <summary>The expression where a list may stand.</summary>
    public static FilterExpression AsItem(FilterExpression expression) =>
        expression is Parenthesised group ? new ArrayExpression([AsItem(group.Inner)], group.Place) : expression;

    /// <summary>What stands between parentheses.</summary>
    public static FilterExpression Of(FilterExpression[] items, FilterPlace place) =>
        items is [var one] ? new Parenthesised(one, place) : new ArrayExpression([.. items.Select(AsItem)], place);
}
