using System.Globalization;
using System.Text;
using CsCheck;
using Geo.Engine.Filters;
using NetTopologySuite.Geometries;

namespace Geo.Tests.Stores;

/// <summary>
/// Random predicates over <see cref="RandomRows"/> beyond those that compare a column with a value (patterns, folded texts, arithmetic, two
/// columns, moments and periods, every relation of geometries), and the plainest way to say what each means.
/// </summary>
internal static class RandomPredicates
{
    private static readonly FilterPlace Here = FilterPlace.At(0);

    private static readonly Gen<string> Patterns = Among("%", "%%", "a%", "_", "%ó%", "Sóc Tr_ng", "'%", "\\%", "\\a", "", "%_");
    private static readonly Gen<string> Words = Among("a", "A", "á", "Á", "", "sóc trăng", "SOC TRANG", "Soc Trang");
    private static readonly Gen<double> Factors = Among(2.0, 0.5, -1.5, 1e300);
    private static readonly Gen<double> Numbers = Among(0.0, 0.1, 0.2, -3.0, 2.25, 1e300);
    private static readonly Gen<string> Comparisons = Gen.Int[0, FilterOperators.Comparisons.Count - 1].Select(i => FilterOperators.Comparisons[i]);
    private static readonly Gen<DateOnly> Days = Gen.Int[1, 5].Select(d => new DateOnly(2025, 6, d));
    private static readonly Gen<DateTime> Moments = Gen.Int[0, 200].Select(h => new DateTime(2025, 6, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(h));

    /// <summary>Any of them.</summary>
    public static Gen<FilterExpression> Any(Gen<Geometry> shapes) => Gen.OneOf(
        Patterns.Select(p => (FilterExpression)Of("like", Property("t"), Value(p))),
        Gen.Select(Among("casei", "accenti"), Words, Gen.Bool).Select((fold, word, isPattern) => (FilterExpression)Of(isPattern ? "like" : "=", Of(fold, Property("t")), Of(fold, Value(word)))),
        Gen.Select(Comparisons, Among("+", "-", "*", "/"), Factors, Numbers).Select((o, a, k, v) => (FilterExpression)Of(o, Of(a, Property("x"), Value(k)), Value(v))),
        Comparisons.Select(o => (FilterExpression)Of(o, Property("d"), Property("m"))),
        Gen.Select(Among("t_after", "t_before", "t_equals", "t_intersects", "t_disjoint"), Days, Moments, Gen.Bool).Select((o, day, moment, isDay) =>
            (FilterExpression)(isDay ? Of(o, Property("d"), Value(day)) : Of(o, Property("m"), Value(moment)))),
        Gen.Select(Among("t_after", "t_before", "t_intersects", "t_disjoint"), Days, Days).Where(t => t.Item2 < t.Item3).Select((o, start, end) =>
            (FilterExpression)Of(o, Property("d"), new IntervalExpression(Value(start), Value(end), Here))),
        Gen.Select(Among("s_intersects", "s_disjoint"), shapes).Select((o, s) => (FilterExpression)Of(o, Property("geometry"), new GeometryLiteral(s, Here))),
        // Of two lines that meet where no double lies, the older algorithm of NetTopologySuite and GEOS, which is the oracle here, may see a crossing in what they share.
        Gen.Select(Gen.Int[0, FilterOperators.Spatial.Count - 1], shapes.Where(s => s is not LineString)).Select((i, s) => (FilterExpression)Of(FilterOperators.Spatial[i], Property("geometry"), new GeometryLiteral(s, Here))),
        Gen.Select(RandomRows.Positions, Gen.Int[1, 6], Gen.Int[1, 6]).Select((c, w, h) => (FilterExpression)Of("s_intersects", Property("geometry"), new BoxLiteral([c.X, c.Y, c.X + w, c.Y + h], Here))));

    /// <summary>Whether it is one of them.</summary>
    public static bool Knows(Operation predicate) => predicate.Operator switch
    {
        "like" => true,
        _ when FilterOperators.Temporal.Contains(predicate.Operator) || FilterOperators.Spatial.Contains(predicate.Operator) => true,
        _ => FilterOperators.Comparisons.Contains(predicate.Operator) && predicate.Arguments is [Operation, _] or [_, PropertyReference],
    };

    /// <summary>Whether it is true, false or (null) unknown of a row.</summary>
    public static bool? Truth(Operation predicate, Func<string, object?> valueOf, Geometry? shape) => predicate switch
    {
        { Arguments: [_, GeometryLiteral other] } => Meets(predicate.Operator, shape, other.Value),
        { Arguments: [_, BoxLiteral { Values: var b }] } => Meets(predicate.Operator, shape, new GeometryFactory().ToGeometry(new Envelope(b[0], b[2], b[1], b[3]))),
        { Operator: "like", Arguments: [PropertyReference p, Literal pattern] } => valueOf(p.Name) is string text ? Fits(text, (string)pattern.Value) : null,
        { Operator: "like", Arguments: [Operation { Arguments: [PropertyReference p] } fold, Operation { Arguments: [Literal pattern] }] } =>
            valueOf(p.Name) is string text ? Fits(Folded(fold.Operator, text), Folded(fold.Operator, (string)pattern.Value)) : null,
        { Arguments: [Operation { Arguments: [PropertyReference p] } fold, Operation { Arguments: [Literal word] }] } =>
            valueOf(p.Name) is string text ? Folded(fold.Operator, text) == Folded(fold.Operator, (string)word.Value) : null,
        { Arguments: [Operation { Arguments: [PropertyReference p, Literal factor] } sum, Literal value] } =>
            valueOf(p.Name) is double number && Computed(sum.Operator, number, (double)factor.Value) is var result && double.IsFinite(result)
                ? Compared(predicate.Operator, result.CompareTo((double)value.Value)) : null,
        { Arguments: [PropertyReference p, PropertyReference q] } =>
            valueOf(p.Name) is DateOnly day && valueOf(q.Name) is DateTime moment ? Compared(predicate.Operator, day.CompareTo(DateOnly.FromDateTime(moment))) : null,
        { Arguments: [PropertyReference p, Literal instant] } => valueOf(p.Name) is IComparable time ? During(predicate.Operator, time, (IComparable)instant.Value, (IComparable)instant.Value) : null,
        { Arguments: [PropertyReference p, IntervalExpression { Start: Literal start, End: Literal end }] } =>
            valueOf(p.Name) is IComparable time ? During(predicate.Operator, time, (IComparable)start.Value, (IComparable)end.Value) : null,
        _ => throw new InvalidOperationException(predicate.ToString()),
    };

    private static bool? Meets(string relation, Geometry? shape, Geometry other) => shape is null or { IsEmpty: true } ? null : relation switch
    {
        "s_intersects" => shape.Intersects(other),
        "s_disjoint" => shape.Disjoint(other),
        "s_equals" => shape.EqualsTopologically(other),
        "s_touches" => shape.Touches(other),
        "s_within" => shape.Within(other),
        "s_contains" => shape.Contains(other),
        "s_overlaps" => shape.Overlaps(other),
        _ => shape.Crosses(other),
    };

    private static bool During(string relation, IComparable time, IComparable start, IComparable end) => relation switch
    {
        "t_after" => time.CompareTo(end) > 0,
        "t_before" => time.CompareTo(start) < 0,
        "t_disjoint" => time.CompareTo(start) < 0 || time.CompareTo(end) > 0,
        _ => time.CompareTo(start) >= 0 && time.CompareTo(end) <= 0,
    };

    private static bool Compared(string comparison, int order) =>
        comparison switch { "=" => order == 0, "<>" => order != 0, "<" => order < 0, ">" => order > 0, "<=" => order <= 0, _ => order >= 0 };

    private static double Computed(string sum, double number, double factor) =>
        sum switch { "+" => number + factor, "-" => number - factor, "*" => number * factor, _ => number / factor };

    private static bool Fits(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern)
    {
        if (pattern.IsEmpty)
            return text.IsEmpty;
        if (pattern[0] == '%')
            return Fits(text, pattern[1..]) || (!text.IsEmpty && Fits(text[1..], pattern));
        if (pattern[0] == '\\' && pattern.Length > 1)
            return !text.IsEmpty && text[0] == pattern[1] && Fits(text[1..], pattern[2..]);
        return !text.IsEmpty && (pattern[0] == '_' || pattern[0] == text[0]) && Fits(text[1..], pattern[1..]);
    }

    private static string Folded(string fold, string text) => fold == "casei"
        ? text.ToLowerInvariant()
        : string.Concat(text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));

    private static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static PropertyReference Property(string name) => new(name, Here);

    private static Literal Value(object value) => new(value, Here);

    private static Operation Of(string name, params FilterExpression[] arguments) => new(name, arguments, Here);
}
