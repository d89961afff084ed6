namespace Geo.Engine.Suitability;

/// <summary>
/// Weights of an ordered weighted average: they belong to places, not to criteria. The first belongs to the <b>best</b> membership of a cell (IDRISI lists
/// them from the worst).
/// </summary>
/// <remarks>Source: Yager, R. R. (1988), IEEE Trans. SMC 18:183; trade-off: Jiang, H. and Eastman, J. R. (2000), IJGIS 14:173.</remarks>
public sealed record OrderWeights
{
    /// <summary>Takes weights from the best to the worst place.</summary>
    /// <param name="places">At least one, finite, not negative, not all zero; scaled to a sum of 1.</param>
    /// <exception cref="ArgumentException">They are not such.</exception>
    public OrderWeights(IReadOnlyList<double> places)
    {
        var sum = places.Sum();
        if (places.Count == 0 || !places.All(p => double.IsFinite(p) && p >= 0) || sum is 0 or double.PositiveInfinity)
            throw new ArgumentException("order weights are finite, not negative and not all zero", nameof(places));
        Places = [.. places.Select(p => p / sum)];
    }

    /// <summary>The weights of places that a quantifier gives when all criteria weigh alike: (k / n)^alpha - ((k - 1) / n)^alpha.</summary>
    /// <param name="alpha">At least 0.</param>
    /// <param name="count">Number of criteria.</param>
    public static OrderWeights Guided(double alpha, int count) =>
        new([.. Enumerable.Range(1, count).Select(k => Math.Pow((double)k / count, alpha) - (k == 1 ? 0 : Math.Pow((k - 1.0) / count, alpha)))]);

    /// <summary>From the best to the worst place, sum 1.</summary>
    public IReadOnlyList<double> Places { get; }

    /// <summary>How near to "any criterion will do": 0 takes the minimum (risk-averse), 0.5 the mean, 1 the maximum. 0.5 for one criterion.</summary>
    public double Orness => Places.Count == 1 ? 0.5 : Places.Select((p, i) => p * (Places.Count - 1 - i)).Sum() / (Places.Count - 1);

    /// <summary>1 - orness.</summary>
    public double Andness => 1 - Orness;

    /// <summary>How far a good criterion makes up for a bad one: 0 (one place decides) to 1 (all places weigh alike).</summary>
    public double TradeOff => Places.Count == 1 ? 1 : 1 - Math.Sqrt(Places.Count * Places.Sum(p => Square(p - (1.0 / Places.Count))) / (Places.Count - 1));

    /// <summary>Entropy of the weights, 0 to ln n.</summary>
    public double Dispersion => -Places.Where(p => p > 0).Sum(p => p * Math.Log(p));

    /// <summary>The average of memberships under these weights.</summary>
    /// <param name="degrees">As many as places; NaN gives NaN.</param>
    public double Average(IReadOnlyList<double> degrees)
    {
        if (degrees.Count != Places.Count)
            throw new ArgumentException($"{degrees.Count} memberships for {Places.Count} places", nameof(degrees));
        return degrees.Any(double.IsNaN) ? double.NaN : degrees.OrderDescending().Zip(Places, (degree, place) => degree * place).Sum();
    }

    private static double Square(double value) => value * value;
}
