namespace Geo.Engine.Scenarios;

/// <summary>How much of an area has one category.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name; null when the grid's legend has none.</param>
/// <param name="Hectares">Ground hectares of the cells with a score.</param>
public sealed record AreaCategory(int Code, BilingualText? Name, double Hectares);
