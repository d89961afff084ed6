namespace Geo.Engine.Formats.Studies;

/// <summary>What a remap file does not say itself.</summary>
/// <param name="Worst">The output value of degree 0.</param>
/// <param name="Best">The output value of degree 1; not equal to <paramref name="Worst"/>.</param>
/// <param name="From">Column of a table with the start of a range; null for <c>FROM</c> or <c>FROM_</c>.</param>
/// <param name="To">Column with its end; null for <c>TO</c> or <c>TO_</c>.</param>
/// <param name="Out">Column with the output value; null for <c>OUT</c>.</param>
public sealed record RemapOptions(double Worst, double Best, string? From = null, string? To = null, string? Out = null);
