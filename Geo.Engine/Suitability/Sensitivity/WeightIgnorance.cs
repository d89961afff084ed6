namespace Geo.Engine.Suitability.Sensitivity;

/// <summary>
/// How far a result depends on the weights at all: the share of all weightings (uniform on the simplex of weights that sum to 1) under which a weighted sum
/// reaches a threshold. In closed form, without sampling.
/// </summary>
/// <remarks>
/// Source: the distribution of a linear form of Dirichlet(1, ..., 1) weights, P = sum of (s_i - t)+^(n-1) / product of (s_i - s_j) (Varsi, G. (1973), Pacific
/// J. of Mathematics 49:555; Ali, M. M. (1973), the same 49:1). Computed by Varsi's recursion over pairs of a membership that reaches the threshold and one that does not: each step
/// is a mean of two probabilities, so equal memberships need no limit and nothing cancels.
/// </remarks>
public static class WeightIgnorance
{
    /// <summary>Share of weightings under which the weighted sum is at least <paramref name="threshold"/>, 0 to 1.</summary>
    /// <param name="degrees">Memberships of one cell, at least one; NaN gives NaN.</param>
    /// <param name="threshold">Lowest score that passes.</param>
    public static double ShareReaching(ReadOnlySpan<float> degrees, double threshold)
    {
        Span<double> numbers = stackalloc double[degrees.Length];
        for (var i = 0; i < degrees.Length; i++)
            numbers[i] = degrees[i];
        return ShareReaching(numbers, threshold);
    }

    /// <inheritdoc cref="ShareReaching(ReadOnlySpan{float}, double)"/>
    public static double ShareReaching(ReadOnlySpan<double> degrees, double threshold)
    {
        Span<double> shortfalls = stackalloc double[degrees.Length];
        Span<double> shares = stackalloc double[degrees.Length + 1];
        var below = 0;
        foreach (var degree in degrees)
            if (double.IsNaN(degree))
                return double.NaN;
            else if (degree < threshold)
                shortfalls[below++] = threshold - degree;
        // shares[k]: with the memberships above seen so far and the first k below; nothing above yet, so none passes but the empty one.
        shares[0] = 1;
        shares[1..(below + 1)].Clear();
        foreach (var degree in degrees)
            if (degree >= threshold)
                Add(degree - threshold, shortfalls[..below], shares);
        return below == degrees.Length ? 0 : shares[below];
    }

    private static void Add(double surplus, ReadOnlySpan<double> shortfalls, Span<double> shares)
    {
        for (var k = 1; k <= shortfalls.Length; k++)
            shares[k] = ((surplus * shares[k - 1]) + (shortfalls[k - 1] * shares[k])) / (surplus + shortfalls[k - 1]);
    }
}
