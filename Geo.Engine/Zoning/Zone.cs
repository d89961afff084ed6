using Geo.Engine.Suitability;

namespace Geo.Engine.Zoning;

/// <summary>A connected patch of one class in one district, as cells.</summary>
/// <param name="Class">Its class.</param>
/// <param name="District">Number of its district, from 1.</param>
/// <param name="Cells">Number of cells.</param>
/// <param name="AreaHectares">Hectares on the ground.</param>
/// <param name="ScoreMean">Mean score of its cells, 0 to 1.</param>
public sealed record Zone(SuitabilityClass Class, int District, long Cells, double AreaHectares, double ScoreMean);
