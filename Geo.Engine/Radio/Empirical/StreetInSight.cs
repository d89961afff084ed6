namespace Geo.Engine.Radio.Empirical;

/// <summary>Loss along a street in line of sight: two bounds and the middle between them, for comparison.</summary>
/// <param name="WavelengthMetres">Wavelength; 300 MHz to 3 GHz, 0.1 to 1 m.</param>
/// <param name="BaseHeightMetres">Antenna of the base station above the street, 4 to 50 m.</param>
/// <param name="ReceiverHeightMetres">Antenna of the receiver above the street, 1 to 3 m.</param>
/// <remarks>Source: ITU-R P.1411, 4.1.1, UHF (equations 1 to 5); distances are from antenna to antenna.</remarks>
public readonly record struct StreetInSight(double WavelengthMetres, double BaseHeightMetres, double ReceiverHeightMetres)
{
    /// <summary>R_bp: distance from which loss grows with the fourth power, metres.</summary>
    public double BreakpointMetres => 4 * BaseHeightMetres * ReceiverHeightMetres / WavelengthMetres;

    private double BreakpointLossDb =>
        Math.Abs(20 * Math.Log10(WavelengthMetres * WavelengthMetres / (8 * Math.PI * BaseHeightMetres * ReceiverHeightMetres)));

    /// <summary>Least loss, dB.</summary>
    public double LeastLossDb(double distanceMetres)
    {
        var decades = Math.Log10(distanceMetres / BreakpointMetres);
        return BreakpointLossDb + ((decades <= 0 ? 20 : 40) * decades);
    }

    /// <summary>Greatest loss, dB.</summary>
    public double GreatestLossDb(double distanceMetres)
    {
        var decades = Math.Log10(distanceMetres / BreakpointMetres);
        return BreakpointLossDb + 20 + ((decades <= 0 ? 25 : 40) * decades);
    }

    /// <summary>The middle between the two bounds, dB.</summary>
    public double MiddleLossDb(double distanceMetres) => (LeastLossDb(distanceMetres) + GreatestLossDb(distanceMetres)) / 2;

    /// <summary>Which limits of the model a link breaks: 0.3 to 3 GHz, up to 1 km, base station 4 to 50 m, receiver 1 to 3 m.</summary>
    public ModelLimits Broken(double distanceMetres) =>
        Limit.Outside(WavelengthMetres, 0.099, 1, ModelLimits.Frequency)
        | Limit.Below(distanceMetres, double.Epsilon, ModelLimits.TooNear)
        | Limit.Above(distanceMetres, 1_000, ModelLimits.TooFar)
        | Limit.Outside(BaseHeightMetres, 4, 50, ModelLimits.TransmitterHeight)
        | Limit.Outside(ReceiverHeightMetres, 1, 3, ModelLimits.ReceiverHeight);
}
