using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios;

/// <summary>Cells for which a criterion has no value and that no constraint removes.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Rule">What became of them.</param>
/// <param name="Cells">Their number.</param>
/// <param name="Hectares">Their area on the ground.</param>
public sealed record RunMissing(string Criterion, MissingValue Rule, long Cells, double Hectares);
