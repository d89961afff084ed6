namespace Geo.Engine.Features;

/// <summary>A property to sort features by. Text is in order of code points; features without a value come last in either direction.</summary>
/// <param name="Property">Its name.</param>
/// <param name="Descending">From the greatest to the least.</param>
public sealed record SortKey(string Property, bool Descending = false);
