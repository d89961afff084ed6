namespace Geo.Engine.Scenarios;

/// <summary>Why some cells of an area have no class, or another one than their score gives.</summary>
/// <param name="Reason">The reason; its number of cells is that of the area.</param>
/// <param name="Hectares">Their ground hectares.</param>
/// <param name="TakesClass">True when such cells have no class.</param>
public sealed record AreaReason(ExclusionReason Reason, double Hectares, bool TakesClass);
