namespace Geo.Engine.Radio.Sweeping;

/// <summary>What a receiver sees of bare ground when it looks back.</summary>
/// <param name="StraightSlope">Steepest slope over a straight earth, metres per kilometre.</param>
/// <param name="CurvedSlope">Steepest slope over the bulged earth.</param>
/// <param name="HorizonPoint">The last point that has it.</param>
/// <param name="HighestMetres">How far ground rises above the straight ray at most.</param>
internal readonly record struct GroundBack(double StraightSlope, double CurvedSlope, int HorizonPoint, double HighestMetres);
