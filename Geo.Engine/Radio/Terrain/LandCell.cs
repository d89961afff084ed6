using Geo.Engine.Radio.Paths;

namespace Geo.Engine.Radio.Terrain;

/// <summary>What a path meets in one cell, kept together because it is read together, in no order of rows.</summary>
/// <param name="Ground">Metres above mean sea level; NaN where unknown.</param>
/// <param name="Clutter">Metres above the ground.</param>
/// <param name="Zone">Radio-climatic zone.</param>
internal readonly record struct LandCell(float Ground, float Clutter, PathZone Zone);
