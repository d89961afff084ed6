namespace Geo.Engine.Suitability;

/// <summary>
/// Weights from judgements in pairs: the principal right eigenvector of a positive reciprocal matrix, with its consistency.
/// </summary>
/// <remarks>Source: Saaty, T. L. (1980), The Analytic Hierarchy Process; group judgements: Aczél, J. and Saaty, T. L. (1983), J. Math. Psychology 27:93.</remarks>
public static class PairwiseComparison
{
    private const double Tolerance = 1e-14;
    private const int MostIterations = 10_000;
    private const int WorstJudgements = 3;

    /// <summary>Weights and consistency of one matrix, by power iteration until no weight moves by more than 1e-14.</summary>
    /// <param name="matrix">Square, rows x columns, positive and finite; element (i, j) says how many times more important i is than j.</param>
    /// <param name="table">What the consistency ratio is measured against.</param>
    /// <exception cref="ArgumentException">The matrix is not square, or has an element that is not positive and finite.</exception>
    public static PairwiseResult Evaluate(double[][] matrix, RandomIndexTable table)
    {
        Guard(matrix);
        var weights = PrincipalEigenvector(matrix);
        var size = weights.Length;
        var lambda = LambdaMax(matrix, weights);
        var index = size < 3 ? 0 : Math.Max(0, (lambda - size) / (size - 1));
        return new PairwiseResult
        {
            Weights = weights,
            GeometricMeanWeights = GeometricMeans(matrix),
            LambdaMax = lambda,
            ConsistencyIndex = index,
            ConsistencyRatio = size < 3 ? 0 : index / table.For(size),
            RandomIndex = table,
            WorstJudgements = Worst(matrix, weights),
        };
    }

    /// <summary>One matrix for a group: element by element the geometric mean of the experts' judgements, weighted by their power.</summary>
    /// <param name="matrices">One matrix per expert, all of one size.</param>
    /// <param name="powers">Weight of each expert, positive; scaled to a sum of 1.</param>
    /// <exception cref="ArgumentException">The counts or sizes differ, or an element is not positive and finite.</exception>
    public static double[][] Aggregate(IReadOnlyList<double[][]> matrices, IReadOnlyList<double> powers)
    {
        if (matrices.Count == 0 || matrices.Count != powers.Count)
            throw new ArgumentException($"{matrices.Count} matrices and {powers.Count} powers", nameof(powers));
        var size = Guard(matrices[0]);
        var total = powers.Sum();
        var group = Enumerable.Range(0, size).Select(_ => new double[size]).ToArray();
        for (var expert = 0; expert < matrices.Count; expert++)
            if (Guard(matrices[expert]) != size)
                throw new ArgumentException($"matrix {expert} is not {size} x {size}", nameof(matrices));
            else
                AddLogarithms(group, matrices[expert], powers[expert] / total);
        for (var i = 0; i < size; i++)
            for (var j = 0; j < size; j++)
                group[i][j] = Math.Exp(group[i][j]);
        return group;
    }

    private static void AddLogarithms(double[][] group, double[][] matrix, double power)
    {
        for (var i = 0; i < group.Length; i++)
            for (var j = 0; j < group.Length; j++)
                group[i][j] += power * Math.Log(matrix[i][j]);
    }

    private static int Guard(double[][] matrix)
    {
        var size = matrix.Length;
        if (size == 0 || matrix.Any(row => row.Length != size))
            throw new ArgumentException($"the matrix has {size} rows and is not square", nameof(matrix));
        foreach (var element in matrix.SelectMany(row => row))
            if (!(double.IsFinite(element) && element > 0))
                throw new ArgumentException($"judgement {element} is not positive and finite", nameof(matrix));
        return size;
    }

    private static double[] PrincipalEigenvector(double[][] matrix)
    {
        var weights = GeometricMeans(matrix);
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            var next = Normalised(Multiply(matrix, weights));
            var moved = next.Zip(weights, (a, b) => Math.Abs(a - b)).Max();
            weights = next;
            if (moved <= Tolerance)
                break;
        }
        return weights;
    }

    private static double[] GeometricMeans(double[][] matrix)
    {
        var size = matrix.Length;
        var means = new double[size];
        for (var i = 0; i < size; i++)
        {
            var logarithms = 0.0;
            for (var j = 0; j < size; j++)
                logarithms += Math.Log(matrix[i][j]);
            means[i] = Math.Exp(logarithms / size);
        }
        return Normalised(means);
    }

    private static double[] Multiply(double[][] matrix, double[] vector)
    {
        var product = new double[vector.Length];
        for (var i = 0; i < vector.Length; i++)
            for (var j = 0; j < vector.Length; j++)
                product[i] += matrix[i][j] * vector[j];
        return product;
    }

    private static double[] Normalised(double[] vector)
    {
        var sum = vector.Sum();
        return [.. vector.Select(v => v / sum)];
    }

    private static double LambdaMax(double[][] matrix, double[] weights) =>
        Multiply(matrix, weights).Zip(weights, (product, weight) => product / weight).Average();

    /// <summary>The judgements farthest from what the weights say: greatest a_ij w_j / w_i.</summary>
    private static Judgement[] Worst(double[][] matrix, double[] weights)
    {
        var judgements =
            from i in Enumerable.Range(0, weights.Length)
            from j in Enumerable.Range(0, weights.Length)
            let excess = matrix[i][j] * weights[j] / weights[i]
            where i != j && excess > 1 + 1e-9
            orderby excess descending, i, j
            select new Judgement(i, j, matrix[i][j], weights[i] / weights[j]);
        return [.. judgements.Take(WorstJudgements)];
    }
}
