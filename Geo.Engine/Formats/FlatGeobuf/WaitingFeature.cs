using Geo.Engine.Geodesy;

namespace Geo.Engine.Formats.FlatGeobuf;

/// <summary>Where a feature waits, and where it lies on the map.</summary>
/// <param name="Start">Where its record begins in the scratch file.</param>
/// <param name="Box">Its extent; null when it has no place.</param>
internal readonly record struct WaitingFeature(long Start, Extent? Box);
