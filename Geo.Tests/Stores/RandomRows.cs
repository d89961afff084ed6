using CsCheck;
using Geo.Engine.Features;
using NetTopologySuite.Geometries;

namespace Geo.Tests.Stores;

/// <summary>Random rows with a property of each type: few values and whole coordinates, so that matches and touches on the boundary are common.</summary>
internal static class RandomRows
{
    private static readonly Gen<object?> Text = OneOf("a", "A", "á", "", "'", "Sóc Trăng", null);
    private static readonly Gen<object?> Integer = OneOf(0L, 1L, -1L, long.MaxValue, long.MinValue, null);
    private static readonly Gen<object?> Number = OneOf(0.0, 0.1, -1.5, 1e300, double.Epsilon, null);
    private static readonly Gen<object?> Flag = OneOf(true, false, null);
    private static readonly Gen<object?> Day = OrNull(Gen.Int[1, 5].Select(d => (object?)new DateOnly(2025, 6, d)));
    private static readonly Gen<object?> Moment = OrNull(Gen.Int[0, 200].Select(h => (object?)new DateTime(2025, 6, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(h)));

    /// <summary>The properties.</summary>
    public static PropertyDefinition[] Properties =>
    [
        new("t", PropertyType.Text), new("n", PropertyType.Integer), new("x", PropertyType.Number), new("b", PropertyType.Boolean),
        new("d", PropertyType.Date), new("m", PropertyType.DateTime),
    ];

    /// <summary>A value, or none, for each of them.</summary>
    public static Gen<object?[]> Values { get; } = Gen.Select(Text, Integer, Number, Flag, Day, Moment).Select((t, n, x, b, d, m) => new[] { t, n, x, b, d, m });

    /// <summary>Positions a degree apart.</summary>
    public static Gen<Coordinate> Positions { get; } = Gen.Select(Gen.Int[-5, 5], Gen.Int[-5, 5]).Select((x, y) => new Coordinate(105 + x, 9 + y));

    /// <summary>No geometry, an empty one, points, lines and rectangles.</summary>
    public static Gen<Geometry?> Shapes { get; } = Gen.Frequency(
        (1, Gen.Const((Geometry?)null)),
        (1, Gen.Const((Geometry?)Point.Empty)),
        (4, Positions.Select(c => (Geometry?)new Point(c))),
        // A line of one place is no line; what meets it is not defined.
        (4, Positions.Array[2, 4].Where(c => c.Distinct().Count() > 1).Select(c => (Geometry?)new LineString(c))),
        (4, Gen.Select(Positions, Gen.Int[1, 6], Gen.Int[1, 6]).Select((c, w, h) => (Geometry?)new Polygon(new LinearRing([c, new(c.X + w, c.Y), new(c.X + w, c.Y + h), new(c.X, c.Y + h), c])))));

    /// <summary>Rows in order of ids, which have gaps.</summary>
    public static Gen<Feature[]> Some(int least, int most) => Gen.Select(Shapes, Values, Gen.Int[1, 9]).Array[least, most].Select(rows =>
    {
        var id = 0L;
        return rows.Select(r => new Feature(id += r.Item3, r.Item1, r.Item2)).ToArray();
    });

    /// <summary>One in five is null.</summary>
    public static Gen<T> OrNull<T>(Gen<T> values) => Gen.Select(values, Gen.Int[0, 4]).Select((v, i) => i == 0 ? default! : v); // null is one of the values

    private static Gen<object?> OneOf(params object?[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
