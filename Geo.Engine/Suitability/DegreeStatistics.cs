using Geo.Engine.Grids;

namespace Geo.Engine.Suitability;

/// <summary>
/// Memberships of criteria over the cells that count: those that no reason removes and in which every criterion has a membership. What weights from data come of, and what
/// shows that two criteria say one thing. Sums are taken in strips of a fixed size, so neither threads nor processors move a bit.
/// </summary>
public sealed class DegreeStatistics
{
    private readonly CountedCells _cells;
    private readonly DegreeMoments _moments;
    private readonly IReadOnlyList<int> _criteria;

    private DegreeStatistics(CountedCells cells, DegreeMoments moments, IReadOnlyList<int> criteria) =>
        (_cells, _moments, _criteria) = (cells, moments, criteria);

    /// <summary>Number of criteria.</summary>
    public int Criteria => _criteria.Count;

    /// <summary>Number of cells that count.</summary>
    public long Cells => _moments.Cells;

    /// <summary>Goes through all cells once.</summary>
    /// <param name="criteria">At least one, on the frame of <paramref name="reasons"/>.</param>
    /// <param name="reasons">0 where a cell counts; left as it is.</param>
    /// <param name="threads">Most threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static DegreeStatistics Of(IReadOnlyList<WeightedCriterion> criteria, Grid<byte> reasons, int threads, CancellationToken cancellation)
    {
        var cells = new CountedCells(criteria, reasons, threads, cancellation);
        return new DegreeStatistics(cells, DegreeMoments.Of(cells, criteria.Count), [.. Enumerable.Range(0, criteria.Count)]);
    }

    /// <summary>The same cells, some of the criteria.</summary>
    /// <param name="criteria">Their indices among these.</param>
    public DegreeStatistics Of(IReadOnlyList<int> criteria) => new(_cells, _moments, [.. criteria.Select(c => _criteria[c])]);

    /// <summary>Least membership; NaN when no cell counts.</summary>
    public double Least(int criterion) => Cells == 0 ? double.NaN : _moments.Least[_criteria[criterion]];

    /// <summary>Greatest membership; NaN when no cell counts.</summary>
    public double Greatest(int criterion) => Cells == 0 ? double.NaN : _moments.Greatest[_criteria[criterion]];

    /// <summary>Mean membership; NaN when no cell counts.</summary>
    public double Mean(int criterion) => _moments.Mean(_criteria[criterion]);

    /// <summary>Standard deviation of the memberships.</summary>
    /// <param name="criterion">The criterion.</param>
    /// <param name="lostFreedom">0 divides by the number of cells, 1 by one less (ddof).</param>
    public double Deviation(int criterion, int lostFreedom) =>
        Least(criterion) == Greatest(criterion) ? 0 : Math.Sqrt(_moments.Product(_criteria[criterion], _criteria[criterion]) / (Cells - lostFreedom));

    /// <summary>Pearson's correlation of two criteria, -1 to 1; NaN where one of them is flat.</summary>
    public double Correlation(int first, int second)
    {
        var (one, other) = (_criteria[first], _criteria[second]);
        var isFlat = Deviation(first, 0) == 0 || Deviation(second, 0) == 0;
        return isFlat ? double.NaN : Math.Clamp(_moments.Product(one, other) / Math.Sqrt(_moments.Product(one, one) * _moments.Product(other, other)), -1, 1);
    }

    /// <summary>
    /// Variance inflation of each criterion: how many times the other criteria inflate what is not known of its weight; 1 when it says something of its own, from 5 or 10 on it repeats
    /// them, infinite when they say all of it. NaN for a flat criterion.
    /// </summary>
    /// <remarks>Source: Marquardt, D. W. (1970), Technometrics 12:591: the diagonal of the inverse of the correlation matrix.</remarks>
    public IReadOnlyList<double> VarianceInflation()
    {
        var varying = Enumerable.Range(0, Criteria).Where(c => Deviation(c, 0) > 0).ToArray();
        var inverse = CorrelationInverse.Diagonal([.. varying.Select(i => varying.Select(j => Correlation(i, j)).ToArray())]);
        var inflation = Enumerable.Repeat(double.NaN, Criteria).ToArray();
        foreach (var (place, criterion) in varying.Index())
            inflation[criterion] = inverse[place];
        return inflation;
    }

    /// <summary>Sums over the cells that count.</summary>
    /// <param name="count">Number of sums.</param>
    /// <param name="add">Adds what a cell gives, from its memberships in the order of these criteria.</param>
    internal double[] SumOverCells(int count, Action<double[], double[]> add) => _cells.Sum(count, (degrees, cell, sums, scratch) =>
    {
        for (var c = 0; c < _criteria.Count; c++)
            scratch[c] = degrees[_criteria[c]][cell];
        add(scratch, sums);
    }, _criteria.Count);
}
