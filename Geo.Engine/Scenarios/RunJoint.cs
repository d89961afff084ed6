namespace Geo.Engine.Scenarios;

/// <summary>How the share of the cells that pass is spread when weights and measured values are wrong together.</summary>
/// <param name="Draws">Number of draws.</param>
/// <param name="Mean">Mean share.</param>
/// <param name="P05">Share that one draw in twenty stays below.</param>
/// <param name="P50">Median share.</param>
/// <param name="P95">Share that one draw in twenty exceeds.</param>
/// <remarks>Percentiles by linear interpolation between the ordered shares: Hyndman, R. J. and Fan, Y. (1996), The American Statistician 50:361, definition 7.</remarks>
public sealed record RunJoint(int Draws, double Mean, double P05, double P50, double P95)
{
    /// <summary>The spread of the shares of some draws; null when no cell has a score.</summary>
    public static RunJoint? Of(IReadOnlyList<double> shares)
    {
        if (shares.Any(double.IsNaN))
            return null;
        var ordered = shares.Order().ToArray();
        double At(double part)
        {
            var place = part * (ordered.Length - 1);
            var (below, above) = (ordered[(int)place], ordered[Math.Min((int)place + 1, ordered.Length - 1)]);
            return below + ((place - Math.Truncate(place)) * (above - below));
        }
        return new RunJoint(ordered.Length, shares.Average(), At(0.05), At(0.5), At(0.95));
    }
}
