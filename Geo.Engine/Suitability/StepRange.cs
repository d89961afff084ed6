namespace Geo.Engine.Suitability;

/// <summary>A range of values with one degree.</summary>
/// <param name="From">Its start; belongs to the range unless the range below ends there.</param>
/// <param name="To">Its end, which belongs to it; equal to <paramref name="From"/> for one value.</param>
/// <param name="Degree">Degree of fitness, 0 to 1.</param>
public readonly record struct StepRange(double From, double To, double Degree);
