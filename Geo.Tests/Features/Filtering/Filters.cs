using Geo.Engine.Features;
using Geo.Engine.Features.Filtering;
using Geo.Engine.Filters;
using Geo.Engine.Geodesy;
using Geo.Tests.Stores;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Geo.Tests.Features.Filtering;

/// <summary>Filters in few words, over a layer with a property of each type.</summary>
internal static class Filters
{
    private static readonly FilterPlace Here = FilterPlace.At(0);

    public static LayerDefinition Ponds { get; } = GeoPackageSamples.Definition("ponds", GeometryKind.Geometry, CoordinateSystems.Crs84,
        new("name", PropertyType.Text), new("code", PropertyType.Text), new("count", PropertyType.Integer), new("depth", PropertyType.Number),
        new("salty", PropertyType.Boolean), new("day", PropertyType.Date), new("moment", PropertyType.DateTime), new("from", PropertyType.Date),
        new("to", PropertyType.Date)) with
    {
        TimeStartProperty = "from",
        TimeEndProperty = "to",
    };

    /// <summary>A feature with the values that are named; the others are missing.</summary>
    public static Feature With(params (string Property, object? Value)[] values) => new(7, null, [.. Ponds.Properties.Select(p => values.FirstOrDefault(v => v.Property == p.Name).Value)]);

    /// <summary>A feature with a geometry only.</summary>
    public static Feature At(string wellKnownText) => With() with { Geometry = Shape(wellKnownText) };

    public static Geometry Shape(string wellKnownText) => new WKTReader().Read(wellKnownText);

    public static PropertyReference P(string name) => new(name, Here);

    public static IntervalExpression Interval(object? start, object? end) => new(start is null ? null : Part(start), end is null ? null : Part(end), Here);

    public static BoxLiteral Box(params double[] values) => new(values, Here);

    public static DateTime Moment(int year, int month, int day, int hour = 0, int minute = 0, int second = 0) => new(year, month, day, hour, minute, second, DateTimeKind.Utc);

    public static DateOnly Day(int year, int month, int day) => new(year, month, day);

    /// <summary>An operation; its arguments are parts, geometries, lists, or values.</summary>
    public static Operation Of(string name, params object[] arguments) => new(name, [.. arguments.Select(Part)], Here);

    /// <summary>What a filter says of a feature.</summary>
    public static bool? Decide(FilterExpression filter, Feature feature, CoordinateSystem? system = null) =>
        new FilterEvaluator(FilterBinder.Bind(filter, Ponds, system ?? CoordinateSystems.Crs84), Ponds).Decide(feature);

    /// <summary>What an operation says of a feature without values.</summary>
    public static bool? Decide(string name, params object[] arguments) => Decide(Of(name, arguments), With());

    /// <summary>Why a filter is refused.</summary>
    public static FilterException Refused(FilterExpression filter, CoordinateSystem? system = null) =>
        Assert.Throws<FilterException>(() => FilterBinder.Bind(filter, Ponds, system ?? CoordinateSystems.Crs84));

    private static FilterExpression Part(object value) => value switch
    {
        FilterExpression part => part,
        Geometry shape => new GeometryLiteral(shape, Here),
        object[] list => new ArrayExpression([.. list.Select(Part)], Here),
        int whole => new Literal((long)whole, Here),
        _ => new Literal(value, Here),
    };
}
