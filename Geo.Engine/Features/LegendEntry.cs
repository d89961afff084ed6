namespace Geo.Engine.Features;

/// <summary>One line of a legend: values from <paramref name="From"/> (included) to <paramref name="To"/> (not included, but for equal ends) have a colour.</summary>
/// <param name="From">Smallest value.</param>
/// <param name="To">Upper end; equal to <paramref name="From"/> for a category.</param>
/// <param name="Colour"><c>#rrggbb</c>.</param>
/// <param name="Label">Text for people.</param>
public sealed record LegendEntry(double From, double To, string Colour, BilingualText Label);
