namespace Geo.Engine.Grids;

/// <summary>A value measured at a place.</summary>
/// <param name="X">Easting in the system of the frame, metres.</param>
/// <param name="Y">Northing in the system of the frame, metres.</param>
/// <param name="Value">The value, finite.</param>
public readonly record struct StationValue(double X, double Y, float Value);
