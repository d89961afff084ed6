using Geo.Engine.Features;
using Geo.Engine.Filters;
using Geo.Engine.Geodesy;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Stores;

/// <summary>
/// Turns as much of a bound filter into SQL as a database decides exactly as we do, and boxes of geometries for its spatial index. What is left out makes
/// the condition weaker, never stronger: <see cref="FeatureMatcher"/> has the last word, so that both stores give the same answers.
/// </summary>
/// <param name="sql">The words of the database.</param>
internal sealed class FilterSql(LayerSql sql)
{
    /// <summary>Whether the database decides a filter by itself, so that rows need not be looked at for it.</summary>
    public static bool Decides(LayerSql sql, FilterExpression filter) => new FilterSql(sql).Of(filter) is { IsExact: true };

    /// <summary>The condition; null when the database can be asked nothing.</summary>
    public SqlCondition? Of(FilterExpression filter) => filter switch
    {
        Operation { Operator: FilterOperators.And } all => And(all.Arguments),
        Operation { Operator: FilterOperators.Or } any => Or(any.Arguments),
        Operation { Operator: FilterOperators.Not, Arguments: [var inner] } => Not(inner),
        Operation { Operator: FilterOperators.IsNull, Arguments: [PropertyReference property] } => IsNull(property),
        Operation { Operator: FilterOperators.Between, Arguments: [PropertyReference property, Literal least, Literal most] } =>
            Both(Compare(property, ">=", least), Compare(property, "<=", most)),
        Operation { Operator: FilterOperators.In, Arguments: [PropertyReference property, ArrayExpression { Items.Count: > 0 } list] } => In(property, list),
        Operation { Arguments: [PropertyReference property, Literal value] } comparison when IsComparison(comparison) => Compare(property, comparison.Operator, value),
        Operation { Arguments: [Literal value, PropertyReference property] } comparison when IsComparison(comparison) => Compare(property, Turned(comparison.Operator), value),
        Operation { Arguments: [PropertyReference property, GeometryLiteral shape] } relation when NeedsMeeting(relation) => Meets(property, shape.Value),
        Operation { Arguments: [GeometryLiteral shape, PropertyReference property] } relation when NeedsMeeting(relation) => Meets(property, shape.Value),
        _ => null,
    };

    private SqlCondition? And(IReadOnlyList<FilterExpression> parts)
    {
        var known = parts.Select(Of).ToList();
        var asked = known.OfType<SqlCondition>().ToList();
        if (asked.Count == 0)
            return null;
        return new($"({string.Join(" AND ", asked.Select(c => c.Sql))})", known.TrueForAll(c => c is { IsExact: true }));
    }

    private SqlCondition? Or(IReadOnlyList<FilterExpression> parts)
    {
        var known = parts.Select(Of).ToList();
        if (known.Contains(null))
            return null;
        return new($"({string.Join(" OR ", known.Select(c => c!.Value.Sql))})", known.TrueForAll(c => c!.Value.IsExact));
    }

    // The contrary of a weaker condition would be stronger than the contrary of the filter.
    private SqlCondition? Not(FilterExpression inner) => Of(inner) is { IsExact: true } exact ? exact with { Sql = $"NOT {exact.Sql}" } : null;

    private SqlCondition? IsNull(PropertyReference property)
    {
        var index = sql.IndexOf(property.Name);
        if (index < 0)
            return null; // the geometry may be unreadable, the id is never null
        return sql.Compares(index) ? new($"({sql.Column(index)} IS NULL)", IsExact: true) : null;
    }

    private SqlCondition? In(PropertyReference property, ArrayExpression list)
    {
        var parts = list.Items.Select(i => i is Literal value ? Compare(property, "=", value) : null).ToList();
        return parts.Contains(null) ? null : new($"({string.Join(" OR ", parts.Select(p => p!.Value.Sql))})", IsExact: true);
    }

    private SqlCondition? Compare(PropertyReference property, string comparison, Literal value)
    {
        var index = sql.IndexOf(property.Name);
        if (index < 0)
            return property.Name == "id" && value.Value is long id ? new($"({sql.Id} {comparison} {sql.Parameter(id)})", IsExact: true) : null;
        if (!sql.Compares(index) || Stored(value.Value, sql.Definition.Properties[index].Type) is not { } stored)
            return null;
        var type = sql.Definition.Properties[index].Type;
        return new($"({sql.Ordered(sql.Column(index), type)} {comparison} {sql.Ordered(sql.Parameter(stored), type)})", IsExact: true);
    }

    private SqlCondition? Meets(PropertyReference property, Geometry shape)
    {
        if (sql.Geometry is null || sql.IndexOf(property.Name) >= 0 || shape.IsEmpty)
            return null;
        // A shape across the antimeridian has parts on both sides of the world; one box of both would hold all of it.
        var boxes = Enumerable.Range(0, shape.NumGeometries).Select(i => shape.GetGeometryN(i).EnvelopeInternal)
            .Where(e => !e.IsNull).Select(e => new Extent(e.MinX, e.MinY, e.MaxX, e.MaxY)).ToList();
        if (boxes.Count > 16)
            boxes = [boxes.Aggregate((a, b) => a.Union(b))];
        return sql.MayMeet(BoxPrefilter.In(sql.Definition.System, boxes, CoordinateSystems.Crs84), orHaveNone: false) is { } meet ? new(meet, IsExact: false) : null;
    }

    private static SqlCondition? Both(SqlCondition? first, SqlCondition? second) =>
        first is { } a && second is { } b ? new($"({a.Sql} AND {b.Sql})", a.IsExact && b.IsExact) : null;

    private static bool IsComparison(Operation operation) => FilterOperators.Comparisons.Contains(operation.Operator);

    private static bool NeedsMeeting(Operation operation) =>
        operation.Operator != "s_disjoint" && FilterOperators.Spatial.Contains(operation.Operator);

    /// <summary>The same comparison with its sides exchanged.</summary>
    private static string Turned(string comparison) => comparison switch
    {
        "<" => ">",
        ">" => "<",
        "<=" => ">=",
        ">=" => "<=",
        _ => comparison,
    };

    /// <summary>The value as the column holds it; null where the two would have to be converted, which databases do in their own ways.</summary>
    private static object? Stored(object value, PropertyType type) => (type, value) switch
    {
        (PropertyType.Text, string text) => text,
        (PropertyType.Integer, long) => value,
        (PropertyType.Number, double) => value,
        (PropertyType.Number, long whole) when Math.Abs(whole) <= 1L << 53 => (double)whole,
        (PropertyType.Boolean, bool) => value,
        (PropertyType.Date, DateOnly) => value,
        (PropertyType.DateTime, DateTime) => value,
        _ => null,
    };
}
