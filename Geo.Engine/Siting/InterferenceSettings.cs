using Geo.Engine.Radio;

namespace Geo.Engine.Siting;

/// <summary>When a signal is good enough among others.</summary>
/// <param name="Coverage">Threshold and surroundings.</param>
/// <param name="LeastRatioDb">Least ratio of signal to interference and noise, dB.</param>
/// <param name="Load">Share of their resources that the other carriers use, 0 to 1.</param>
/// <param name="NoiseDbm">Noise of a resource element, dBm (<see cref="LinkBudget.NoisePerElementDbm"/>).</param>
public sealed record InterferenceSettings(CoverageSettings Coverage, double LeastRatioDb, double Load, double NoiseDbm)
{
    internal double ThresholdMilliwatts => Math.Pow(10, Coverage.ThresholdDbm / 10);

    internal double LeastRatio => Math.Pow(10, LeastRatioDb / 10);

    internal double NoiseMilliwatts => Math.Pow(10, NoiseDbm / 10);
}
