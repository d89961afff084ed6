namespace Geo.Engine.Filters;

/// <summary>What an expression is made of, for walks through a tree.</summary>
internal static class FilterParts
{
    /// <summary>The expressions directly in this one, in the order in which they are written; none in a literal or property.</summary>
    public static IEnumerable<FilterExpression> Parts(this FilterExpression expression) => expression switch
    {
        Operation operation => operation.Arguments,
        ArrayExpression array => array.Items,
        IntervalExpression interval => new[] { interval.Start, interval.End }.OfType<FilterExpression>(),
        _ => [],
    };
}
