using Geo.Engine.Filters;

namespace Geo.Engine.Features.Filtering;

/// <summary>The types of the parts of a filter whose names, operators and functions are known.</summary>
internal static class FilterTypes
{
    private static readonly HashSet<string> Arithmetic = [.. FilterOperators.Arithmetic];

    /// <summary>What a part gives.</summary>
    public static FilterType Of(FilterExpression expression, LayerDefinition layer) => expression switch
    {
        Literal literal => Of(literal.Value),
        GeometryLiteral or BoxLiteral => FilterType.Geometry,
        IntervalExpression => FilterType.Period,
        ArrayExpression => FilterType.List,
        PropertyReference property => FilterName.Find(layer, property.Name)?.Type ?? throw new ArgumentException($"Layer '{layer.Id}' has no property '{property.Name}'.", nameof(expression)),
        Operation operation => Of(operation.Operator),
        _ => throw new ArgumentException($"{expression.GetType().Name} is no part of a filter.", nameof(expression)),
    };

    /// <summary>Whether values of the two types can be compared: dates and moments are, in days.</summary>
    public static bool AreComparable(FilterType a, FilterType b) => a == b || (IsInstant(a) && IsInstant(b));

    /// <summary>Whether it is a day or a moment.</summary>
    public static bool IsInstant(FilterType type) => type is FilterType.Date or FilterType.DateTime;

    private static FilterType Of(string name) => name switch
    {
        FilterOperators.CaseInsensitive or FilterOperators.AccentInsensitive => FilterType.Text,
        _ when Arithmetic.Contains(name) => FilterType.Number,
        _ => FilterFunctions.Find(name)?.Returns ?? FilterType.Boolean,
    };

    private static FilterType Of(object value) => value switch
    {
        string => FilterType.Text,
        long or double => FilterType.Number,
        bool => FilterType.Boolean,
        DateOnly => FilterType.Date,
        _ => FilterType.DateTime,
    };
}
