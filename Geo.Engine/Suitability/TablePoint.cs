namespace Geo.Engine.Suitability;

/// <summary>A corner of a piecewise membership.</summary>
/// <param name="Value">Measured value.</param>
/// <param name="Degree">Degree of fitness, 0 to 1.</param>
public readonly record struct TablePoint(double Value, double Degree);
