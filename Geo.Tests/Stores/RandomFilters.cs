using System.Text;
using CsCheck;
using Geo.Engine.Features;
using Geo.Engine.Filters;
using NetTopologySuite.Geometries;

namespace Geo.Tests.Stores;

/// <summary>Random filters and sort keys over a few columns, and the plainest way to say what they mean: the oracle for both stores.</summary>
internal sealed class RandomFilters(IReadOnlyList<PropertyDefinition> properties)
{
    private static readonly FilterPlace Here = FilterPlace.At(0);

    /// <summary>Filters over properties whose values come from <paramref name="values"/> (one for each property), and over the geometry.</summary>
    /// <param name="values">A value for each property.</param>
    /// <param name="shapes">Geometries to compare with.</param>
    /// <param name="others">Predicates of other kinds, drawn as often as all of ours; only those that <see cref="RandomPredicates"/> makes have a meaning.</param>
    public Gen<FilterExpression> Filters(Gen<object?[]> values, Gen<Geometry> shapes, Gen<FilterExpression>? others = null)
    {
        var ours = Gen.Frequency((5, Comparison(values)), (1, Missing()), (1, List(values)), (1, Between(values)), (2, Meeting(shapes)));
        var leaf = others is null ? ours : Gen.OneOf(ours, others);
        return Gen.Recursive<FilterExpression>((depth, inner) => depth >= 3
            ? leaf
            : Gen.Frequency((2, leaf), (1, inner.Select(a => (FilterExpression)Of("not", a))), (2, Gen.Select(Gen.Bool.Select(b => b ? "and" : "or"), inner, inner).Select((o, a, b) => (FilterExpression)Of(o, a, b)))));
    }

    /// <summary>Up to three sort keys.</summary>
    public Gen<IReadOnlyList<SortKey>> SortKeys() =>
        Gen.Select(Gen.Int[0, properties.Count - 1], Gen.Bool).Select((i, down) => new SortKey(properties[i].Name, down)).Array[0, 3]
            .Select(keys => (IReadOnlyList<SortKey>)[.. keys.DistinctBy(k => k.Property)]);

    /// <summary>Whether a filter is true, false or (null) unknown for a feature.</summary>
    public bool? Truth(FilterExpression filter, Feature row) => filter switch
    {
        Operation { Operator: "and" } all => all.Arguments.Select(a => Truth(a, row)).Aggregate((a, b) => a & b),
        Operation { Operator: "or" } any => any.Arguments.Select(a => Truth(a, row)).Aggregate((a, b) => a | b),
        Operation { Operator: "not", Arguments: [var inner] } => !Truth(inner, row),
        Operation predicate when RandomPredicates.Knows(predicate) => RandomPredicates.Truth(predicate, name => ValueOf(name, row), row.Geometry),
        Operation { Operator: "isNull", Arguments: [PropertyReference p] } => ValueOf(p, row) is null,
        Operation { Operator: "in", Arguments: [PropertyReference p, ArrayExpression list] } => list.Items.Select(i => Compared("=", ValueOf(p, row), ((Literal)i).Value)).Aggregate((a, b) => a | b),
        Operation { Operator: "between", Arguments: [PropertyReference p, Literal a, Literal b] } => Compared(">=", ValueOf(p, row), a.Value) & Compared("<=", ValueOf(p, row), b.Value),
        Operation { Operator: "s_intersects", Arguments: [_, GeometryLiteral shape] } => row.Geometry is null or { IsEmpty: true } ? null : row.Geometry.Intersects(shape.Value),
        Operation { Arguments: [PropertyReference p, Literal v] } o => Compared(o.Operator, ValueOf(p, row), v.Value),
        _ => throw new InvalidOperationException(filter.ToString()),
    };

    /// <summary>Rows in the order of the keys, then of ids; none comes last.</summary>
    public IEnumerable<Feature> Sorted(IEnumerable<Feature> rows, IReadOnlyList<SortKey> keys)
    {
        var sorted = rows.OrderBy(_ => 0);
        foreach (var key in keys)
        {
            sorted = sorted.ThenBy(r => ValueOf(key.Property, r) is null);
            sorted = key.Descending ? sorted.ThenByDescending(r => Rank(ValueOf(key.Property, r)), Ranks) : sorted.ThenBy(r => Rank(ValueOf(key.Property, r)), Ranks);
        }
        return sorted.ThenBy(r => r.Id);
    }

    private static readonly Comparer<object?> Ranks = Comparer<object?>.Create((a, b) =>
        a is byte[] x && b is byte[] y ? x.AsSpan().SequenceCompareTo(y) : Comparer<object?>.Default.Compare(a, b));

    private static object? Rank(object? value) => value is string text ? Encoding.UTF8.GetBytes(text) : value;

    private static bool? Compared(string comparison, object? left, object right)
    {
        if (left is null)
            return null;
        var order = Ranks.Compare(Rank(left), Rank(right));
        return comparison switch { "=" => order == 0, "<>" => order != 0, "<" => order < 0, ">" => order > 0, "<=" => order <= 0, _ => order >= 0 };
    }

    private object? ValueOf(PropertyReference property, Feature row) => ValueOf(property.Name, row);

    private object? ValueOf(string property, Feature row) => row.Values[properties.Select(p => p.Name).ToList().IndexOf(property)];

    private Gen<FilterExpression> Comparison(Gen<object?[]> values) =>
        Gen.Select(Gen.Int[0, properties.Count - 1], Gen.Int[0, FilterOperators.Comparisons.Count - 1].Select(i => FilterOperators.Comparisons[i]), values)
            .Where(v => v.Item3[v.Item1] is not null)
            .Select(v => (FilterExpression)Of(v.Item2, Property(v.Item1), new Literal(v.Item3[v.Item1]!, Here)));

    private Gen<FilterExpression> Missing() => Gen.Int[0, properties.Count - 1].Select(i => (FilterExpression)Of("isNull", Property(i)));

    private Gen<FilterExpression> List(Gen<object?[]> values) => Gen.Select(Gen.Int[0, properties.Count - 1], values.Array[1, 3])
        .Where(v => v.Item2.All(row => row[v.Item1] is not null))
        .Select(v => (FilterExpression)Of("in", Property(v.Item1), new ArrayExpression([.. v.Item2.Select(row => new Literal(row[v.Item1]!, Here))], Here)));

    private Gen<FilterExpression> Between(Gen<object?[]> values) => Gen.Select(Gen.Int[0, properties.Count - 1], values, values)
        .Where(v => v.Item2[v.Item1] is not null && v.Item3[v.Item1] is not null)
        .Select(v => (FilterExpression)Of("between", Property(v.Item1), new Literal(v.Item2[v.Item1]!, Here), new Literal(v.Item3[v.Item1]!, Here)));

    private static Gen<FilterExpression> Meeting(Gen<Geometry> shapes) =>
        shapes.Select(s => (FilterExpression)Of("s_intersects", new PropertyReference("geometry", Here), new GeometryLiteral(s, Here)));

    private PropertyReference Property(int index) => new(properties[index].Name, Here);

    private static Operation Of(string name, params FilterExpression[] arguments) => new Operation(name, arguments, Here);
}
