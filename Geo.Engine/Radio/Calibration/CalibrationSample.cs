namespace Geo.Engine.Radio.Calibration;

/// <summary>A measured level beside what the model says there.</summary>
/// <param name="X">Easting, metres.</param>
/// <param name="Y">Northing, metres.</param>
/// <param name="Clutter">Clutter class of the place.</param>
/// <param name="MeasuredDbm">Measured, dBm; finite.</param>
/// <param name="PredictedDbm">Of the model, dBm; finite.</param>
public readonly record struct CalibrationSample(double X, double Y, int Clutter, double MeasuredDbm, double PredictedDbm);
