namespace Geo.Engine.Suitability;

/// <summary>What is asked of a radio signal.</summary>
public enum CoverageQuantity
{
    /// <summary>Received reference signal power of the best server, dBm.</summary>
    Rsrp,

    /// <summary>Probability that the signal of the best server reaches the threshold, 0 to 1.</summary>
    Probability,

    /// <summary>Ratio of signal to interference and noise, dB; over known ground only.</summary>
    Sinr,

    /// <summary>Rate of a lone user, Mbit/s; over known ground only.</summary>
    Rate,

    /// <summary>Probability that the rate of QCVN 126:2021 is reached, 0 to 1; over known ground only.</summary>
    Standard,
}
