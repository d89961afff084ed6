namespace Geo.Engine.Suitability;

/// <summary>A measure under the name that an expression uses.</summary>
/// <param name="Name">The name.</param>
/// <param name="Measure">The measure.</param>
public sealed record NamedMeasure(string Name, Measure Measure);
