namespace Geo.Engine.Features;

/// <summary>One column of a layer.</summary>
/// <param name="Name">Column name as stored; begins with a letter.</param>
/// <param name="Type">Type of the values.</param>
/// <param name="Title">What people read; null when only the name is known.</param>
/// <param name="Unit">UCUM unit of a number (<c>ha</c>, <c>m</c>, <c>dBm</c>); null where it has none.</param>
public sealed record PropertyDefinition(string Name, PropertyType Type, BilingualText? Title = null, string? Unit = null);
