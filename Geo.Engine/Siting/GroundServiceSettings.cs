using Geo.Engine.Radio.Networks;

namespace Geo.Engine.Siting;

/// <summary>When sites over known ground serve a cell, and how far they may be tilted to do it.</summary>
/// <param name="Network">Receivers, air, threshold and reach.</param>
/// <param name="LeastProbability">Share of places, above 0 and below 1, at which the threshold must be reached: the margin against shadowing.</param>
/// <param name="LeastRatioDb">Least ratio of signal to interference and noise, dB, once others are there.</param>
/// <param name="TiltsDegrees">By how much antennas may be bent down beyond what their masts say: tilts 1, 2 and so on of a repair; tilt 0 is none.</param>
public sealed record GroundServiceSettings(NetworkSettings Network, double LeastProbability, double LeastRatioDb, IReadOnlyList<double> TiltsDegrees)
{
    internal double LeastRatio => Math.Pow(10, LeastRatioDb / 10);
}
