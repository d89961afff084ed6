using Geo.Engine.Filters;
using Geo.Engine.Geodesy;

namespace Geo.Engine.Features.Filtering;

/// <summary>
/// Checks a filter against a layer: names, operators, functions, number and types of arguments. In the bound filter texts that say an instant, a number
/// or a truth have become one where they are compared with one, geometries and boxes are in longitude and latitude, and what needs no feature is computed.
/// </summary>
/// <remarks>
/// A moment that is compared with a date is compared by its day in UTC; so is a property of moments with a date. Numbers are not compared with texts that
/// say none, nor truths with numbers other than 0 and 1.
/// </remarks>
public sealed class FilterBinder
{
    private readonly LayerDefinition _layer;
    private readonly FilterCompiler _compiler;
    private readonly LonLatLiterals _literals;

    private FilterBinder(LayerDefinition layer, CoordinateSystem filterSystem)
    {
        _layer = layer;
        _compiler = new FilterCompiler(layer);
        _literals = new LonLatLiterals(filterSystem);
    }

    /// <summary>Binds a filter to a layer.</summary>
    /// <param name="filter">The filter as it was read.</param>
    /// <param name="layer">The layer it is for.</param>
    /// <param name="filterSystem">The system of its coordinates, which come in the order of the system's axes.</param>
    /// <returns>The filter for <see cref="FilterEvaluator"/> and <see cref="FeatureQuery.Filter"/>.</returns>
    /// <exception cref="FilterException">The filter does not fit the layer; says where and what is allowed.</exception>
    public static FilterExpression Bind(FilterExpression filter, LayerDefinition layer, CoordinateSystem filterSystem) =>
        new FilterBinder(layer, filterSystem).Wanted(filter, FilterType.Boolean);

    private FilterExpression Any(FilterExpression part) => part switch
    {
        Literal => part,
        GeometryLiteral shape => _literals.Of(shape),
        BoxLiteral box => _literals.Of(box),
        PropertyReference property => FilterName.Find(_layer, property.Name) is null ? throw FilterFault.UnknownName(property, _layer) : property,
        IntervalExpression period => Period(period),
        ArrayExpression list => list with { Items = [.. list.Items.Select(Any)] },
        Operation operation => Computed(operation with { Arguments = Arguments(operation) }),
        _ => throw new ArgumentException($"{part.GetType().Name} is no part of a filter.", nameof(part)),
    };

    private FilterExpression Wanted(FilterExpression part, FilterType type)
    {
        var bound = LiteralCoercion.To(type, Any(part));
        var found = FilterTypes.Of(bound, _layer);
        return found == type ? bound : throw FilterFault.Type(part, FilterTypeNames.Of(type), found);
    }

    private FilterExpression[] Arguments(Operation operation)
    {
        var arguments = operation.Arguments;
        switch (operation.Operator)
        {
            case FilterOperators.And or FilterOperators.Or:
                return arguments.Count >= 2 ? All(arguments, FilterType.Boolean) : throw FilterFault.Count(operation, "ít nhất 2 đối số", "at least 2 arguments");
            case FilterOperators.Not:
                return All(Exactly(operation, 1), FilterType.Boolean);
            case FilterOperators.IsNull:
                return [NotList(Exactly(operation, 1)[0])];
            case FilterOperators.CaseInsensitive or FilterOperators.AccentInsensitive:
                return All(Exactly(operation, 1), FilterType.Text);
            case FilterOperators.Like:
                return All(Exactly(operation, 2), FilterType.Text);
            case FilterOperators.Between:
                return Comparable(Exactly(operation, 3));
            case FilterOperators.In:
                return In(Exactly(operation, 2));
            default:
                return OtherArguments(operation);
        }
    }

    private FilterExpression[] OtherArguments(Operation operation)
    {
        var name = operation.Operator;
        if (FilterOperators.Comparisons.Contains(name))
            return Comparable(Exactly(operation, 2));
        if (FilterOperators.Arithmetic.Contains(name))
            return All(Exactly(operation, 2), FilterType.Number);
        if (FilterOperators.Spatial.Contains(name))
            return All(Exactly(operation, 2), FilterType.Geometry);
        if (FilterOperators.Temporal.Contains(name))
            return [.. Exactly(operation, 2).Select(a => Time(a, name))];
        if (FilterOperators.Arrays.Contains(name))
            return All(Exactly(operation, 2), FilterType.List);
        var function = FilterFunctions.Find(name) ?? throw FilterFault.UnknownFunction(operation);
        if (!function.Takes(operation.Arguments.Count))
            throw FilterFault.Count(operation, $"các đối số {function.Signature}", $"the arguments {function.Signature}");
        return [.. operation.Arguments.Select((a, i) => Wanted(a, function.ParameterAt(i).Type))];
    }

    private static IReadOnlyList<FilterExpression> Exactly(Operation operation, int count) =>
        operation.Arguments.Count == count
            ? operation.Arguments
            : throw FilterFault.Count(operation, $"{count} đối số", count == 1 ? "1 argument" : $"{count} arguments");

    private FilterExpression[] All(IReadOnlyList<FilterExpression> parts, FilterType type) => [.. parts.Select(p => Wanted(p, type))];

    private FilterExpression NotList(FilterExpression part)
    {
        var bound = Any(part);
        return FilterTypes.Of(bound, _layer) == FilterType.List ? throw FilterFault.Type(part, FilterTypeNames.Comparable, FilterType.List) : bound;
    }

    private FilterExpression[] In(IReadOnlyList<FilterExpression> parts)
    {
        if (parts[1] is not ArrayExpression list)
            throw FilterFault.Type(parts[1], FilterTypeNames.Of(FilterType.List), FilterTypes.Of(Any(parts[1]), _layer));
        var bound = Comparable([parts[0], .. list.Items]);
        return [bound[0], list with { Items = bound[1..] }];
    }

    // Texts take the type of what else is compared, of a property before that of a literal; where all are texts they stay so.
    private FilterExpression[] Comparable(IReadOnlyList<FilterExpression> parts)
    {
        FilterExpression[] bound = [.. parts.Select(Any)];
        FilterType[] types = [.. bound.Where(p => p is not Literal { Value: string }).OrderBy(p => p is Literal).Select(p => FilterTypes.Of(p, _layer))];
        var wanted = types.Length == 0 ? FilterType.Text : types[0];
        for (var i = 0; i < bound.Length; i++)
        {
            bound[i] = LiteralCoercion.ToCompared(wanted, bound[i]);
            var found = FilterTypes.Of(bound[i], _layer);
            if (found is FilterType.Geometry or FilterType.Period or FilterType.List)
                throw FilterFault.Type(parts[i], FilterTypeNames.Comparable, found);
            if (!FilterTypes.AreComparable(found, wanted))
                throw FilterFault.Type(parts[i], FilterTypes.IsInstant(wanted) ? FilterTypeNames.Instant : FilterTypeNames.Of(wanted), found);
        }
        return AsStored(bound);
    }

    private FilterExpression[] AsStored(FilterExpression[] parts)
    {
        var stored = parts.OfType<PropertyReference>().Select(p => TypeOf(p.Name)).Distinct().ToList();
        return stored is [{ } type] ? Array.ConvertAll(parts, p => LiteralCoercion.ToStored(type, p)) : parts;
    }

    private PropertyType? TypeOf(string name) => FilterName.Find(_layer, name) switch
    {
        { Property: { } index } => _layer.Properties[index].Type,
        { Type: FilterType.Number } => PropertyType.Integer,
        _ => null,
    };

    private FilterExpression Time(FilterExpression part, string relation)
    {
        var bound = LiteralCoercion.To(FilterType.DateTime, Any(part));
        var type = FilterTypes.Of(bound, _layer);
        if (FilterTypes.IsInstant(type) && TemporalRelation.IsForPeriodsOnly(relation))
            throw FilterFault.NoPeriod(part, relation);
        return FilterTypes.IsInstant(type) || type == FilterType.Period ? bound : throw FilterFault.Type(part, FilterTypeNames.Time, type);
    }

    private IntervalExpression Period(IntervalExpression period)
    {
        var bound = period with { Start = End(period.Start), End = End(period.End) };
        if (bound is { Start: Literal start, End: Literal end } && Filtering.Period.Between(FilterValue.OfStored(start.Value), FilterValue.OfStored(end.Value)) is null)
            throw FilterFault.ReversedPeriod(period);
        return bound;
    }

    private FilterExpression? End(FilterExpression? part)
    {
        if (part is null)
            return null;
        var bound = LiteralCoercion.To(FilterType.DateTime, Any(part));
        var type = FilterTypes.Of(bound, _layer);
        return FilterTypes.IsInstant(type) ? bound : throw FilterFault.Type(part, FilterTypeNames.Instant, type);
    }

    // Databases can be asked for a literal.
    private FilterExpression Computed(Operation operation)
    {
        if (!operation.Arguments.All(a => a is Literal) || FilterTypes.Of(operation, _layer) is not (FilterType.Text or FilterType.Number))
            return operation;
        return _compiler.Value(operation)(FilterCompiler.Nowhere).ToStored() is { } value ? new Literal(value, operation.Place) : operation;
    }
}
