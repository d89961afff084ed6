namespace Geo.Engine.Radio.IrregularTerrain;

/// <summary>The limits within which the model was tested.</summary>
/// <remarks>Source: Hufford, The Algorithm, 1.2.2, section 4 (the error codes of lrprop and avar).</remarks>
internal static class LongleyRiceLimits
{
    private const double MostDeviate = 3.1; // of a share, about 0.1 and 99.9 percent

    /// <summary>
    /// 40 to 10 000 MHz, 1 to 1 000 km (and not steeper than 0.2), antennas 1 to 1 000 m, horizons not much nearer or farther than on a smooth earth and not
    /// steeper than 0.2, refractivity at the ground 250 to 400, shares from 0.1 to 99.9 percent.
    /// </summary>
    public static ModelLimits Broken(in TerrainPath path, VariabilityShares shares) =>
        Limit.Outside(path.FrequencyMegahertz, 40, 10_000, ModelLimits.Frequency)
        | Limit.Below(path.LengthMetres, Math.Max(1e3, LeastMetres(path)), ModelLimits.TooNear)
        | Limit.Above(path.LengthMetres, 1_000e3, ModelLimits.TooFar)
        | Limit.Outside(path.Transmitter.HeightMetres, 1, 1_000, ModelLimits.TransmitterHeight)
        | Limit.Outside(path.Receiver.HeightMetres, 1, 1_000, ModelLimits.ReceiverHeight)
        | Limit.Outside(path.Refractivity, 250, 400, ModelLimits.AirOrGround)
        | (path.Impedance.Real > Math.Abs(path.Impedance.Imaginary) ? ModelLimits.None : ModelLimits.AirOrGround)
        | Horizon(path.Transmitter, path.Curvature)
        | Horizon(path.Receiver, path.Curvature)
        | Share(shares.TimePercent, ModelLimits.TimePercent)
        | Share(shares.LocationPercent, ModelLimits.LocationPercent)
        | Share(shares.SituationPercent, ModelLimits.LocationPercent);

    private static double LeastMetres(in TerrainPath path) => Math.Abs(path.Transmitter.EffectiveMetres - path.Receiver.EffectiveMetres) / 0.2;

    private static ModelLimits Horizon(TerrainEnd end, double curvature)
    {
        var smooth = end.SmoothHorizonMetres(curvature);
        return Limit.Outside(end.HorizonRadians, -0.2, 0.2, ModelLimits.Terrain)
            | Limit.Outside(end.HorizonMetres, 0.1 * smooth, 3 * smooth, ModelLimits.Terrain);
    }

    private static ModelLimits Share(double percent, ModelLimits flag) =>
        Limit.Outside(Propagation.InverseNormal.UpperQuantile(percent / 100), -MostDeviate, MostDeviate, flag);
}
