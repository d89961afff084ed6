using Geo.Engine.Grids;

namespace Geo.Engine.Scenarios;

/// <summary>What a run says of each cell for one theme.</summary>
/// <param name="Score">Score, 0 to 1; NaN where there is none.</param>
/// <param name="Classes">Classes as <see cref="Suitability.SuitabilityClass"/> numbers, on the same frame.</param>
public sealed record ScenarioSurface(Grid<float> Score, Grid<byte> Classes);
