using Geo.Engine.Features;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>One administrative unit of the study area.</summary>
/// <param name="UnitCode">Its code.</param>
/// <param name="Name">Vietnamese name.</param>
/// <param name="NameEnglish">English name.</param>
/// <param name="Feature">The row of the layer.</param>
internal sealed record StudyDistrict(string UnitCode, string Name, string NameEnglish, Feature Feature);
