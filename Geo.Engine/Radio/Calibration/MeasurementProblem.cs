namespace Geo.Engine.Radio.Calibration;

/// <summary>What is wrong with a line of a file of measurements.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What was received and what is allowed.</param>
public sealed record MeasurementProblem(long Line, BilingualText Message);
