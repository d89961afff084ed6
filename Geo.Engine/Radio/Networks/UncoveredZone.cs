using NetTopologySuite.Geometries;

namespace Geo.Engine.Radio.Networks;

/// <summary>People side by side who are not covered to standard, for one and the same reason.</summary>
/// <param name="Outline">Their cells.</param>
/// <param name="Reason">Why.</param>
/// <param name="People">How many.</param>
/// <param name="Hectares">On the ground.</param>
/// <param name="ShortfallDb">What is missing where least is missing, dB; NaN where nothing is received.</param>
public sealed record UncoveredZone(Geometry Outline, ShortfallReason Reason, double People, double Hectares, double ShortfallDb);
