namespace Geo.Engine.Suitability.Ranking;

/// <summary>PROMETHEE II: a complete order from comparing all alternatives in pairs.</summary>
/// <remarks>Source: Brans, J. P. and Vincke, P. (1985), Management Science 31:647. Positive net flow is good.</remarks>
public static class Promethee
{
    /// <summary>Flows of each alternative.</summary>
    /// <param name="matrix">At least two alternatives.</param>
    /// <param name="weights">Finite, not negative, not all zero; only ratios matter.</param>
    /// <param name="preferences">How leads are felt, one for each criterion.</param>
    /// <exception cref="ArgumentException">Weights or preferences do not fit, or there is only one alternative.</exception>
    public static PrometheeFlows Evaluate(DecisionMatrix matrix, IReadOnlyList<double> weights, IReadOnlyList<Preference> preferences)
    {
        if (matrix.Alternatives < 2 || preferences.Count != matrix.Criteria)
            throw new ArgumentException($"{matrix.Alternatives} alternatives and {preferences.Count} preferences for {matrix.Criteria} criteria", nameof(preferences));
        var shares = matrix.Scaled(weights);
        var (leaving, entering) = (new double[matrix.Alternatives], new double[matrix.Alternatives]);
        for (var a = 0; a < matrix.Alternatives; a++)
            for (var b = 0; b < matrix.Alternatives; b++)
            {
                var felt = a == b ? 0 : Preferred(matrix, a, b, shares, preferences) / (matrix.Alternatives - 1);
                leaving[a] += felt;
                entering[b] += felt;
            }
        return new PrometheeFlows(leaving, entering, [.. leaving.Zip(entering, (plus, minus) => plus - minus)]);
    }

    private static double Preferred(DecisionMatrix matrix, int first, int second, double[] shares, IReadOnlyList<Preference> preferences)
    {
        var sum = 0.0;
        for (var c = 0; c < shares.Length; c++)
        {
            var difference = matrix[first, c] - matrix[second, c];
            sum += shares[c] * preferences[c].Strength(matrix.Directions[c] == Direction.Benefit ? difference : -difference);
        }
        return sum;
    }
}
