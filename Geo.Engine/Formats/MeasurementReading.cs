using Geo.Engine.Radio.Calibration;

namespace Geo.Engine.Formats;

/// <summary>What a file of measurements holds.</summary>
/// <param name="Measurements">The sound lines, in order.</param>
/// <param name="Problems">What is wrong with the others; the first thousand.</param>
public sealed record MeasurementReading(IReadOnlyList<Measurement> Measurements, IReadOnlyList<MeasurementProblem> Problems);
