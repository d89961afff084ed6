namespace Geo.Engine.Radio;

/// <summary>Powers of a 5G NR downlink per resource element (one subcarrier of one symbol). Decibels and dBm throughout.</summary>
/// <remarks>Source: 3GPP TS 38.211, 4.4 (12 subcarriers in a resource block), TS 38.215, 5.1.1 (SS-RSRP); thermal noise -174 dBm/Hz at 290 K.</remarks>
public static class LinkBudget
{
    private const double ThermalNoiseDbmPerHertz = -174;
    private const int SubcarriersPerBlock = 12;

    /// <summary>Resource elements side by side in a carrier of so many resource blocks (273 for 100 MHz at 30 kHz, 52 for 10 MHz at 15 kHz).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is less than one block.</exception>
    public static int ResourceElements(int resourceBlocks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resourceBlocks, 1);
        return SubcarriersPerBlock * resourceBlocks;
    }

    /// <summary>EIRP of one resource element of a carrier whose power is spread evenly over its resource blocks, dBm.</summary>
    /// <param name="carrierDbm">Power of the whole carrier at the transmitter, dBm.</param>
    /// <param name="resourceBlocks">Resource blocks of the carrier.</param>
    /// <param name="gainDbi">Gain of the beam that carries the synchronisation signal, dBi.</param>
    /// <param name="feederLossDb">Loss between transmitter and antenna, dB.</param>
    public static double EirpPerElementDbm(double carrierDbm, int resourceBlocks, double gainDbi, double feederLossDb) =>
        carrierDbm - (10 * Math.Log10(ResourceElements(resourceBlocks))) + gainDbi - feederLossDb;

    /// <summary>SS-RSRP at the receiver, dBm per resource element.</summary>
    /// <param name="eirpPerElementDbm">EIRP per resource element, dBm.</param>
    /// <param name="pathLossDb">Loss along the path, dB.</param>
    /// <param name="extraLossDb">Walls, body and cables less the receiver's gain, dB.</param>
    public static double ReferencePowerDbm(double eirpPerElementDbm, double pathLossDb, double extraLossDb) =>
        eirpPerElementDbm - pathLossDb - extraLossDb;

    /// <summary>Thermal noise in one resource element, dBm.</summary>
    /// <param name="subcarrierSpacingHertz">15 000 or 30 000 below 7 GHz.</param>
    /// <param name="noiseFigureDb">Of the receiver, dB; 7 to 9 for a phone.</param>
    public static double NoisePerElementDbm(double subcarrierSpacingHertz, double noiseFigureDb) =>
        ThermalNoiseDbmPerHertz + (10 * Math.Log10(subcarrierSpacingHertz)) + noiseFigureDb;
}
