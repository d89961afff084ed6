namespace Geo.Engine.Suitability.Weights;

/// <summary>The greatest c x with A x at most 1 in every row and no x negative: small, dense, and feasible at 0.</summary>
/// <remarks>Source: simplex method with the least index that improves: Bland, R. G. (1977), Mathematics of Operations Research 2:103, which never circles.</remarks>
internal static class LinearProgramme
{
    private const double Tolerance = 1e-11;

    /// <summary>The best x.</summary>
    /// <param name="objective">c.</param>
    /// <param name="rows">A.</param>
    /// <exception cref="ArgumentException">Nothing bounds the objective.</exception>
    public static double[] Maximise(double[] objective, double[][] rows)
    {
        var (count, conditions) = (objective.Length, rows.Length);
        var table = new double[conditions + 1][];
        for (var r = 0; r < conditions; r++)
        {
            table[r] = [.. rows[r], .. new double[conditions], 1];
            table[r][count + r] = 1;
        }
        table[conditions] = [.. objective.Select(c => -c), .. new double[conditions + 1]];
        var basis = Enumerable.Range(count, conditions).ToArray();
        while (Array.FindIndex(table[conditions][..^1], c => c < -Tolerance) is var entering and >= 0)
        {
            var leaving = Leaving(table, basis, entering);
            Pivot(table, leaving, entering);
            basis[leaving] = entering;
        }
        var solution = new double[count];
        foreach (var (row, variable) in basis.Index())
            if (variable < count)
                solution[variable] = table[row][^1];
        return solution;
    }

    private static int Leaving(double[][] table, int[] basis, int entering)
    {
        var (best, least) = (-1, double.PositiveInfinity);
        for (var r = 0; r < basis.Length; r++)
        {
            if (table[r][entering] <= Tolerance)
                continue;
            var ratio = table[r][^1] / table[r][entering];
            if (ratio < least - Tolerance || (ratio <= least + Tolerance && best >= 0 && basis[r] < basis[best]))
                (best, least) = (r, ratio);
        }
        return best >= 0 ? best : throw new ArgumentException("nothing bounds the objective", nameof(table));
    }

    private static void Pivot(double[][] table, int row, int column)
    {
        var pivot = table[row][column];
        for (var c = 0; c < table[row].Length; c++)
            table[row][c] /= pivot;
        for (var r = 0; r < table.Length; r++)
        {
            var factor = table[r][column];
            if (r == row || factor == 0)
                continue;
            for (var c = 0; c < table[r].Length; c++)
                table[r][c] -= factor * table[row][c];
        }
    }
}
