namespace Geo.Engine.Suitability;

/// <summary>The diagonal of the inverse of a correlation matrix.</summary>
internal static class CorrelationInverse
{
    private const double LeastPivot = 1e-12;

    /// <summary>One number for each criterion; infinite for those that the others say all of.</summary>
    /// <remarks>1 / what is left of the criterion's variance when the others are taken out one after the other (Gauss elimination with the criterion last).</remarks>
    public static double[] Diagonal(double[][] correlation) => [.. Enumerable.Range(0, correlation.Length).Select(c => Inflation(correlation, c))];

    private static double Inflation(double[][] correlation, int criterion)
    {
        var order = Enumerable.Range(0, correlation.Length).Where(c => c != criterion).Append(criterion).ToArray();
        var left = order.Select(i => order.Select(j => correlation[i][j]).ToArray()).ToArray();
        for (var pivot = 0; pivot < order.Length - 1; pivot++)
        {
            if (left[pivot][pivot] < LeastPivot)
                continue; // those before it say all of this one: it takes nothing more out
            for (var row = pivot + 1; row < order.Length; row++)
            {
                var factor = left[row][pivot] / left[pivot][pivot];
                for (var column = pivot; column < order.Length; column++)
                    left[row][column] -= factor * left[pivot][column];
            }
        }
        var rest = left[^1][^1];
        return rest < LeastPivot ? double.PositiveInfinity : Math.Max(1, 1 / rest);
    }
}
