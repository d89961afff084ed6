namespace Geo.Engine.Filters;

/// <summary>
/// A filter as a tree, the same for both encodings of CQL2 (OGC 21-065r2): literals, properties, and operations: operators and functions by the
/// names of CQL2-JSON. It knows nothing of layers; <c>Geo.Engine.Features.Filtering</c> gives it a meaning.
/// </summary>
/// <param name="Place">Where it stands in what the client sent.</param>
public abstract record FilterExpression(FilterPlace Place);

/// <summary>A value: <see cref="string"/> (NFC), <see cref="long"/>, <see cref="double"/> (finite), <see cref="bool"/>, <see cref="DateOnly"/>, or
/// <see cref="DateTime"/> of kind UTC.</summary>
/// <param name="Value">The value; never null.</param>
/// <param name="Place">Where it stands.</param>
public sealed record Literal(object Value, FilterPlace Place) : FilterExpression(Place);

/// <summary>A geometry, coordinates as they were written: in the order of axes of the filter's system, unchecked.</summary>
/// <param name="Value">The geometry; a box is a <see cref="BoxLiteral"/>.</param>
/// <param name="Place">Where it stands.</param>
public sealed record GeometryLiteral(NetTopologySuite.Geometries.Geometry Value, FilterPlace Place) : FilterExpression(Place);

/// <summary>A box (<c>BBOX</c>): four or six numbers, coordinates as they were written; the first may be greater than the third or fourth where a
/// box crosses the antimeridian.</summary>
/// <param name="Values">Lower corner, then upper corner.</param>
/// <param name="Place">Where it stands.</param>
public sealed record BoxLiteral(IReadOnlyList<double> Values, FilterPlace Place) : FilterExpression(Place);

/// <summary>A period of time; either end is a <see cref="Literal"/> of date or date-time, a <see cref="PropertyReference"/> or an operation, null where it is open.</summary>
/// <param name="Start">First moment, included.</param>
/// <param name="End">Last moment, included.</param>
/// <param name="Place">Where it stands.</param>
public sealed record IntervalExpression(FilterExpression? Start, FilterExpression? End, FilterPlace Place) : FilterExpression(Place);

/// <summary>A list of values, for the array operators and as the right side of <c>in</c>.</summary>
/// <param name="Items">Its elements; may be empty.</param>
/// <param name="Place">Where it stands.</param>
public sealed record ArrayExpression(IReadOnlyList<FilterExpression> Items, FilterPlace Place) : FilterExpression(Place);

/// <summary>A property of the feature by its name.</summary>
/// <param name="Name">The name, NFC, without the quotes of the text encoding.</param>
/// <param name="Place">Where it stands.</param>
public sealed record PropertyReference(string Name, FilterPlace Place) : FilterExpression(Place);

/// <summary>
/// An operator or function applied. Operators bear the names of <see cref="FilterOperators"/>, whichever encoding they came in:
/// <c>a IS NOT NULL</c> is <c>not(isNull(a))</c>, <c>a NOT LIKE b</c> is <c>not(like(a, b))</c>, <c>a ILIKE b</c> is <c>like(casei(a), casei(b))</c>,
/// <c>-a</c> is <c>*(-1, a)</c>, <c>a BETWEEN b AND c</c> is <c>between(a, b, c)</c>, <c>a IN (b, c)</c> is <c>in(a, [b, c])</c>.
/// </summary>
/// <param name="Operator">Name of the operator or function.</param>
/// <param name="Arguments">What it is applied to.</param>
/// <param name="Place">Where it stands.</param>
public sealed record Operation(string Operator, IReadOnlyList<FilterExpression> Arguments, FilterPlace Place) : FilterExpression(Place);
