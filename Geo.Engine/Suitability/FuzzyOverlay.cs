namespace Geo.Engine.Suitability;

/// <summary>Fuzzy sets laid over each other: memberships of one cell become one, without weights. NaN in, NaN out.</summary>
/// <remarks>Source: Bonham-Carter, G. F. (1994), Geographic Information Systems for Geoscientists, p. 291-300.</remarks>
public static class FuzzyOverlay
{
    /// <summary>The least membership.</summary>
    public static double And(ReadOnlySpan<double> degrees)
    {
        var least = double.PositiveInfinity;
        foreach (var degree in degrees)
            least = Math.Min(least, degree); // Math.Min keeps NaN
        return least;
    }

    /// <summary>The greatest membership.</summary>
    public static double Or(ReadOnlySpan<double> degrees)
    {
        var greatest = double.NegativeInfinity;
        foreach (var degree in degrees)
            greatest = Math.Max(greatest, degree);
        return greatest;
    }

    /// <summary>The product: below the least.</summary>
    public static double Product(ReadOnlySpan<double> degrees)
    {
        var product = 1.0;
        foreach (var degree in degrees)
            product *= degree;
        return product;
    }

    /// <summary>The algebraic sum, 1 less the product of what is lacking: above the greatest.</summary>
    public static double Sum(ReadOnlySpan<double> degrees)
    {
        var lacking = 1.0;
        foreach (var degree in degrees)
            lacking *= 1 - degree;
        return 1 - lacking;
    }

    /// <summary>Between product (gamma 0) and sum (gamma 1): sum^gamma x product^(1 - gamma).</summary>
    /// <param name="degrees">Memberships.</param>
    /// <param name="gamma">0 to 1.</param>
    public static double Gamma(ReadOnlySpan<double> degrees, double gamma)
    {
        if (!(gamma >= 0 && gamma <= 1))
            throw new ArgumentOutOfRangeException(nameof(gamma), gamma, "0 to 1 is allowed");
        return Math.Pow(Sum(degrees), gamma) * Math.Pow(Product(degrees), 1 - gamma);
    }
}
