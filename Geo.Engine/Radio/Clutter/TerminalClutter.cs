using Geo.Engine.Radio.Diffraction;

namespace Geo.Engine.Radio.Clutter;

/// <summary>
/// Loss because a terminal stands lower than the clutter around it: for models that end at the height of the clutter. Never on top of P.1812 with clutter
/// heights, nor of models that hold clutter themselves.
/// </summary>
/// <remarks>Source: ITU-R P.2108-1 (2021), annex 1, 3.1 (equations 1 and 2).</remarks>
public static class TerminalClutter
{
    /// <summary>A_h: the loss, dB; 0 for a terminal at or above the clutter.</summary>
    /// <param name="kind">What surrounds the terminal.</param>
    /// <param name="frequencyGigahertz">Carrier frequency, 0.03 to 3 GHz.</param>
    /// <param name="terminalMetres">h: antenna above ground, above 0.</param>
    /// <param name="clutterMetres">R: height of the clutter, above 0.</param>
    /// <param name="streetMetres">ws: width of streets, above 0; 27 where nothing is known.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN or not above 0.</exception>
    public static double LossDb(ClutterKind kind, double frequencyGigahertz, double terminalMetres, double clutterMetres, double streetMetres)
    {
        RequirePositive(frequencyGigahertz, nameof(frequencyGigahertz));
        RequirePositive(terminalMetres, nameof(terminalMetres));
        RequirePositive(clutterMetres, nameof(clutterMetres));
        RequirePositive(streetMetres, nameof(streetMetres));
        if (terminalMetres >= clutterMetres)
            return 0;
        if (kind is ClutterKind.Water or ClutterKind.Open)
            return -(21.8 + (6.2 * Math.Log10(frequencyGigahertz))) * Math.Log10(terminalMetres / clutterMetres);
        var rise = clutterMetres - terminalMetres;
        var angleDegrees = double.RadiansToDegrees(Math.Atan(rise / streetMetres));
        return KnifeEdge.LossDb(0.342 * Math.Sqrt(frequencyGigahertz * rise * angleDegrees)) - 6.03;
    }

    /// <summary>Which limits of the model are broken: 0.03 to 3 GHz, terminal, clutter and street above 0 m.</summary>
    public static ModelLimits Broken(double frequencyGigahertz, double terminalMetres, double clutterMetres, double streetMetres) =>
        Limit.Outside(frequencyGigahertz, 0.03, 3, ModelLimits.Frequency)
        | (terminalMetres > 0 ? ModelLimits.None : ModelLimits.ReceiverHeight)
        | (clutterMetres > 0 ? ModelLimits.None : ModelLimits.ClutterHeight)
        | (streetMetres > 0 ? ModelLimits.None : ModelLimits.StreetWidth);

    private static void RequirePositive(double value, string name)
    {
        if (!(value > 0))
            throw new ArgumentOutOfRangeException(name, value, "The value must be above 0.");
    }
}
