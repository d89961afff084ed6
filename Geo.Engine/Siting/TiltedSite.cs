namespace Geo.Engine.Siting;

/// <summary>A site in operation with one of the tilts it can have.</summary>
/// <param name="Site">Index in the problem.</param>
/// <param name="Tilt">Number of the tilt, from 0: what it means is between the caller and the evaluator.</param>
public readonly record struct TiltedSite(int Site, int Tilt);
