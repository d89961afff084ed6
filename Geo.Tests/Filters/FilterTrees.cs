using CsCheck;
using Geo.Engine.Filters;
using NetTopologySuite.Geometries;

namespace Geo.Tests.Filters;

/// <summary>Random trees of filters, of every kind that the language knows.</summary>
internal static class FilterTrees
{
    private static readonly FilterPlace Nowhere = FilterPlace.At(0);

    private static readonly GeometryFactory Factory = new();

    private static readonly Gen<string> Words = Gen.OneOf(
        Among("", "'", "\\", "''", "\\'", "%", "_", "$$", "--", ";", "’", "Vĩnh Châu", "a\nb", "\"", "𝒳", "x'; DROP TABLE y; --"),
        Gen.Char["aZ'\\\"%_ đệ-;(),"].Array[0, 8].Select(letters => new string(letters)));

    private static readonly Gen<FilterExpression> Properties =
        Gen.OneOf(Words.Where(w => w.Length > 0), Among("a", "tên_huyện", "date", "AND", "point", "5g", "casei", "t_after", "a.b:c", "Z", "null"))
            .Select(name => (FilterExpression)new PropertyReference(name, Nowhere));

    private static readonly Gen<double> Ordinates = Gen.OneOf(Gen.Double[-180, 180], Gen.Int[-180, 180].Select(i => (double)i), Among(1e-7, 1e21, -0.0, double.MaxValue));

    private static readonly Gen<object> Instants = Gen.OneOf(
        Gen.DateOnly.Select(date => (object)date),
        Gen.DateTime.Select(moment => (object)DateTime.SpecifyKind(moment, DateTimeKind.Utc)));

    private static readonly Gen<FilterExpression> Literals = Gen.OneOf(
        Words.Select(word => (object)word),
        Gen.Long.Select(whole => (object)whole),
        Gen.OneOf(Gen.Double.Where(double.IsFinite), Among(5.0, -0.0, 1e21, 1e-9, double.Epsilon)).Select(number => (object)number),
        Gen.Bool.Select(truth => (object)truth),
        Instants).Select(value => (FilterExpression)new Literal(value, Nowhere));

    private static readonly Gen<Geometry> Simple = Gen.Int[0, 6].SelectMany(kind => Gen.Bool.SelectMany(hasHeight => Geometries(kind, hasHeight)));

    private static readonly Gen<FilterExpression> Shapes = Gen.OneOf(
        Simple.Select(geometry => (FilterExpression)new GeometryLiteral(geometry, Nowhere)),
        Simple.Array[1, 3].Select(parts => (FilterExpression)new GeometryLiteral(Factory.CreateGeometryCollection(parts), Nowhere)),
        Gen.OneOf(Ordinates.Array[4], Ordinates.Array[6]).Select(numbers => (FilterExpression)new BoxLiteral(numbers, Nowhere)));

    /// <summary>Trees at most so deep.</summary>
    public static Gen<FilterExpression> Of(int depth)
    {
        if (depth == 0)
            return Gen.OneOf(Literals, Properties, Shapes);
        var inner = Of(depth - 1);
        return Gen.OneOf(Of(0), Operations(inner), Operations(inner), Operations(inner), Intervals(inner));
    }

    private static Gen<FilterExpression> Operations(Gen<FilterExpression> inner) => Gen.OneOf(
        Apply(inner, 2, 4, FilterOperators.And, FilterOperators.Or),
        Apply(inner, 1, 1, FilterOperators.Not, FilterOperators.IsNull, FilterOperators.CaseInsensitive, FilterOperators.AccentInsensitive),
        Apply(inner, 3, 3, FilterOperators.Between),
        Apply(inner, 2, 2, [.. FilterOperators.Comparisons, .. FilterOperators.Arithmetic, .. FilterOperators.Spatial, .. FilterOperators.Temporal]),
        Apply(Gen.OneOf(inner, Lists(inner, 2)), 2, 2, [.. FilterOperators.Arrays]),
        Apply(Gen.OneOf(inner, Lists(inner, 2)), 0, 3, "Foo", "độ_dài", "Z"),
        inner.Select(Patterns, (value, pattern) => (FilterExpression)New(FilterOperators.Like, value, pattern)),
        inner.Select(Lists(inner, 0), (value, list) => (FilterExpression)New(FilterOperators.In, value, list)));

    private static Gen<FilterExpression> Apply(Gen<FilterExpression> inner, int least, int most, params string[] names) =>
        Among(names).Select(inner.Array[least, most], (name, arguments) => (FilterExpression)New(name, arguments));

    private static Gen<FilterExpression> Lists(Gen<FilterExpression> inner, int nested) =>
        (nested == 0 ? inner : Gen.OneOf(inner, Lists(inner, nested - 1))).Array[0, 3].Select(items => (FilterExpression)new ArrayExpression(items, Nowhere));

    private static Gen<FilterExpression> Patterns => Words.Select(Gen.Int[0, 2], (word, wrapped) => (FilterExpression)(wrapped switch
    {
        0 => Text(word),
        1 => New(FilterOperators.CaseInsensitive, Text(word)),
        _ => New(FilterOperators.AccentInsensitive, New(FilterOperators.CaseInsensitive, Text(word))),
    }));

    private static Gen<FilterExpression> Intervals(Gen<FilterExpression> inner)
    {
        var end = Gen.OneOf(
            Gen.Const((FilterExpression?)null),
            Instants.Select(value => (FilterExpression?)new Literal(value, Nowhere)),
            Properties.Select(property => (FilterExpression?)property),
            Apply(inner, 0, 1, "now").Select(call => (FilterExpression?)call));
        return end.Select(end, (start, last) => (FilterExpression)new IntervalExpression(start, last, Nowhere));
    }

    private static Gen<Geometry> Geometries(int kind, bool hasHeight)
    {
        var position = Gen.Select(Ordinates, Ordinates, Ordinates, (x, y, z) => hasHeight ? new CoordinateZ(x, y, z) : new Coordinate(x, y));
        var line = position.Array[2, 4].Select(Factory.CreateLineString);
        var ring = position.Array[3, 5].Select(open => Factory.CreateLinearRing([.. open, open[0]]));
        var polygon = ring.Array[1, 2].Select(rings => Factory.CreatePolygon(rings[0], rings[1..]));
        return kind switch
        {
            0 => position.Select(p => (Geometry)Factory.CreatePoint(p)),
            1 => line.Select(l => (Geometry)l),
            2 => polygon.Select(p => (Geometry)p),
            3 => position.Array[1, 3].Select(p => (Geometry)Factory.CreateMultiPointFromCoords(p)),
            4 => line.Array[1, 2].Select(l => (Geometry)Factory.CreateMultiLineString(l)),
            _ => polygon.Array[1, 2].Select(p => (Geometry)Factory.CreateMultiPolygon(p)),
        };
    }

    /// <summary>One of the values.</summary>
    public static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Literal Text(string word) => new Literal(word, Nowhere);

    private static Operation New(string name, params FilterExpression[] arguments) => new Operation(name, arguments, Nowhere);
}
