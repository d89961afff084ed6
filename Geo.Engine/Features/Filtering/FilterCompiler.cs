using Geo.Engine.Filters;

namespace Geo.Engine.Features.Filtering;

/// <summary>Compiles the parts of a bound filter to delegates.</summary>
/// <param name="layer">The layer the filter was bound to.</param>
internal sealed class FilterCompiler(LayerDefinition layer)
{
    /// <summary>What a part that needs no feature is computed for.</summary>
    public static readonly FilteredFeature Nowhere = new(new Feature(1, null, []), null);

    /// <summary>A part that is true, false or unknown.</summary>
    public TruthOf Truth(FilterExpression expression)
    {
        var truth = Predicate(expression);
        if (!IsConstant(expression))
            return truth;
        var always = truth(Nowhere);
        return _ => always;
    }

    /// <summary>A part that is a value.</summary>
    public ValueOf Value(FilterExpression expression)
    {
        var value = expression switch
        {
            Literal literal => Always(FilterValue.OfStored(literal.Value)),
            GeometryLiteral shape => Always(FilterValue.Of(shape.Value)),
            PropertyReference property => Property(property),
            Operation operation => Computed(operation),
            _ => throw NotBound(expression),
        };
        return expression is Operation && IsConstant(expression) ? Always(value(Nowhere)) : value;
    }

    private TruthOf Predicate(FilterExpression expression)
    {
        if (expression is not Operation operation || FilterFunctions.Find(operation.Operator) is not null)
            return FilterPredicates.IsTrue(Value(expression));
        var (name, arguments) = (operation.Operator, operation.Arguments);
        return name switch
        {
            FilterOperators.And => FilterPredicates.And([.. arguments.Select(Truth)]),
            FilterOperators.Or => FilterPredicates.Or([.. arguments.Select(Truth)]),
            FilterOperators.Not => FilterPredicates.Not(Truth(arguments[0])),
            FilterOperators.IsNull => IsNull(arguments[0]),
            FilterOperators.Like when IsConstant(arguments[1]) => FilterPredicates.Like(Value(arguments[0]), Value(arguments[1])(Nowhere).Text),
            FilterOperators.Like => FilterPredicates.Like(Value(arguments[0]), Value(arguments[1])),
            FilterOperators.Between => FilterPredicates.Between(Value(arguments[0]), Value(arguments[1]), Value(arguments[2])),
            FilterOperators.In => FilterPredicates.In(Value(arguments[0]), [.. ((ArrayExpression)arguments[1]).Items.Select(Value)]),
            _ => Relation(operation),
        };
    }

    private static ValueOf Always(FilterValue value) => _ => value;

    private static bool IsConstant(FilterExpression expression) => expression switch
    {
        PropertyReference => false,
        Operation operation => operation.Arguments.All(IsConstant),
        ArrayExpression list => list.Items.All(IsConstant),
        IntervalExpression period => (period.Start is null || IsConstant(period.Start)) && (period.End is null || IsConstant(period.End)),
        _ => true,
    };

    private ValueOf Property(PropertyReference property)
    {
        var name = FilterName.Find(layer, property.Name) ?? throw NotBound(property);
        if (name.Property is { } index)
            return f => FilterValue.OfStored(f.Feature.Values[index]);
        return name.Type == FilterType.Geometry ? f => FilterValue.Of(f.LonLat) : f => FilterValue.Of(f.Feature.Id);
    }

    private ValueOf Computed(Operation operation)
    {
        var (name, arguments) = (operation.Operator, operation.Arguments);
        if (FilterFunctions.Find(name) is { } function)
            return Call(function, [.. arguments.Select(Value)]);
        if (name is FilterOperators.CaseInsensitive or FilterOperators.AccentInsensitive)
            return Folded(Value(arguments[0]), name == FilterOperators.CaseInsensitive ? TextFolding.WithoutCase : TextFolding.WithoutAccents);
        if (FilterOperators.Arithmetic.Contains(name))
        {
            var (compute, left, right) = (Arithmetic.Of(name), Value(arguments[0]), Value(arguments[1]));
            return f => compute(left(f), right(f));
        }
        var truth = Truth(operation);
        return f => FilterValue.Of(truth(f));
    }

    private static ValueOf Call(FilterFunction function, ValueOf[] arguments) => arguments switch
    {
        [var only] => f => function.Apply([only(f)]),
        [var first, var second] => f => function.Apply([first(f), second(f)]),
        _ => f => function.Apply(Array.ConvertAll(arguments, a => a(f))),
    };

    private static ValueOf Folded(ValueOf text, Func<string, string> fold) =>
        f => text(f).Text is { } known ? FilterValue.Of(fold(known)) : default;

    private TruthOf IsNull(FilterExpression argument)
    {
        if (argument is IntervalExpression)
            return FilterPredicates.IsNull(Period(argument));
        if (argument is PropertyReference property && FilterName.Find(layer, property.Name) is { Type: FilterType.Geometry })
            return f => f.Feature.Geometry is null; // without turning it to longitude and latitude
        return FilterPredicates.IsNull(Value(argument));
    }

    private TruthOf Relation(Operation operation)
    {
        var (name, arguments) = (operation.Operator, operation.Arguments);
        if (FilterOperators.Comparisons.Contains(name))
            return FilterPredicates.Compare(name, Value(arguments[0]), Value(arguments[1]));
        if (FilterOperators.Spatial.Contains(name))
            return Spatial(name, arguments[0], arguments[1]);
        if (FilterOperators.Temporal.Contains(name))
            return FilterPredicates.Temporal(name, Period(arguments[0]), Period(arguments[1]));
        if (FilterOperators.Arrays.Contains(name))
            return FilterPredicates.Lists(name, List(arguments[0]), List(arguments[1]));
        throw NotBound(operation);
    }

    private TruthOf Spatial(string name, FilterExpression left, FilterExpression right)
    {
        var (a, b) = (Value(left), Value(right));
        if (IsConstant(right))
            return SpatialRelation.With(SpatialRelation.Turned(name), b(Nowhere).Geometry, a);
        if (IsConstant(left))
            return SpatialRelation.With(name, a(Nowhere).Geometry, b);
        return f => SpatialRelation.Between(name, a(f).Geometry, b(f).Geometry);
    }

    private PeriodOf Period(FilterExpression expression)
    {
        if (expression is not IntervalExpression period)
        {
            var instant = Value(expression);
            return f => Filtering.Period.Of(instant(f));
        }
        var (start, end) = (End(period.Start), End(period.End));
        if (IsValidity(period))
            return f => Filtering.Period.WithOpenEnds(start(f)!.Value, end(f)!.Value); // both ends are properties
        return f => Filtering.Period.Between(start(f), end(f));
    }

    private Func<FilteredFeature, FilterValue?> End(FilterExpression? expression)
    {
        if (expression is null)
            return _ => null;
        var value = Value(expression);
        return f => value(f);
    }

    // The layer says that a missing end of this very period is an open one.
    private bool IsValidity(IntervalExpression period) =>
        layer is { TimeStartProperty: { } start, TimeEndProperty: { } end }
        && period.Start is PropertyReference first && first.Name == start && period.End is PropertyReference last && last.Name == end;

    private ListOf List(FilterExpression expression)
    {
        Func<FilteredFeature, object?>[] items = [.. ((ArrayExpression)expression).Items.Select(Item)];
        return f => Array.ConvertAll(items, i => i(f));
    }

    private Func<FilteredFeature, object?> Item(FilterExpression expression)
    {
        if (expression is ArrayExpression)
            return new(List(expression));
        if (expression is IntervalExpression)
            return Boxed(Period(expression));
        var value = Value(expression);
        return f => value(f) is { IsNothing: false } known ? known : null;
    }

    private static Func<FilteredFeature, object?> Boxed(PeriodOf period) => f => period(f);

    private static ArgumentException NotBound(FilterExpression expression) =>
        new($"The filter was not bound to its layer: {expression.GetType().Name} at {expression.Place}.", nameof(expression));
}
