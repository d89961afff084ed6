namespace Geo.Engine.Suitability;

/// <summary>What a few alternatives (zones, districts) reach in each criterion: rows x columns = alternatives x criteria.</summary>
public sealed class DecisionMatrix
{
    private readonly double[][] values;

    /// <summary>Takes the values as they are measured, in the units of the criteria.</summary>
    /// <param name="values">One row per alternative; at least one row and one column, all finite.</param>
    /// <param name="directions">Which end of each criterion is wanted.</param>
    /// <exception cref="ArgumentException">A row is short or long, or a value is not finite.</exception>
    public DecisionMatrix(double[][] values, IReadOnlyList<Direction> directions)
    {
        if (values.Length == 0 || directions.Count == 0)
            throw new ArgumentException($"{values.Length} alternatives and {directions.Count} criteria", nameof(values));
        for (var row = 0; row < values.Length; row++)
            if (values[row].Length != directions.Count)
                throw new ArgumentException($"alternative {row} has {values[row].Length} values for {directions.Count} criteria", nameof(values));
            else if (!Array.TrueForAll(values[row], double.IsFinite))
                throw new ArgumentException($"alternative {row} has a value that is not finite", nameof(values));
        this.values = values;
        Directions = directions;
    }

    /// <summary>Which end of each criterion is wanted.</summary>
    public IReadOnlyList<Direction> Directions { get; }

    /// <summary>Number of alternatives.</summary>
    public int Alternatives => values.Length;

    /// <summary>Number of criteria.</summary>
    public int Criteria => Directions.Count;

    /// <summary>The value of an alternative in a criterion.</summary>
    public double this[int alternative, int criterion] => values[alternative][criterion];

    /// <summary>All alternatives in one criterion.</summary>
    public double[] Column(int criterion) => [.. values.Select(row => row[criterion])];

    /// <summary>One criterion from 0 (worst alternative) to 1 (best); all 0 where the alternatives are alike.</summary>
    public double[] ScaledColumn(int criterion)
    {
        var column = Column(criterion);
        var (worst, best) = Directions[criterion] == Direction.Benefit ? (column.Min(), column.Max()) : (column.Max(), column.Min());
        return worst == best ? new double[column.Length] : [.. column.Select(v => (v - worst) / (best - worst))];
    }

    /// <summary>Weights that fit: as many as criteria, finite, not negative, not all zero; scaled to a sum of 1.</summary>
    /// <exception cref="ArgumentException">They do not fit.</exception>
    internal double[] Scaled(IReadOnlyList<double> weights)
    {
        if (weights.Count != Criteria)
            throw new ArgumentException($"{weights.Count} weights for {Criteria} criteria", nameof(weights));
        if (!weights.All(w => double.IsFinite(w) && w >= 0) || weights.Sum() is 0 or double.PositiveInfinity)
            throw new ArgumentException("weights are finite, not negative and not all zero", nameof(weights));
        var sum = weights.Sum();
        return [.. weights.Select(w => w / sum)];
    }
}
