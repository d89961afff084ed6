using Geo.Engine.Geodesy;

namespace Geo.Engine.Stores;

/// <summary>What the edits of a transaction do to their layer as a whole.</summary>
/// <param name="Added">Features added less features removed.</param>
/// <param name="Extent">Box around all new geometries, in the layer's system; null when there are none.</param>
/// <param name="AnyHeights">Whether any new geometry has heights.</param>
/// <param name="AnyFlat">Whether any has none.</param>
internal readonly record struct EditTally(long Added, Extent? Extent, bool AnyHeights, bool AnyFlat);
