namespace Geo.Engine.Suitability;

/// <summary>What is asked of a radio signal.</summary>
public enum CoverageQuantity
{
    /// <summary>Received reference signal power of the best server, dBm.</summary>
    Rsrp,

    /// <summary>Probability that the signal of the best server reaches the threshold, 0 to 1.</summary>
    Probability,
}
