using Geo.Engine.Grids;
using Geo.Engine.Suitability;

namespace Geo.Engine.Scenarios;

/// <summary>How much ground has one class in a first run and another, or the same, in a second.</summary>
public sealed class ClassTransitions
{
    internal const int ClassCount = 5;
    private readonly long[] _cells = new long[ClassCount * ClassCount];
    private readonly double[] _hectares = new double[ClassCount * ClassCount];

    internal ClassTransitions()
    {
    }

    /// <summary>Number of cells that have <paramref name="first"/> in the first run and <paramref name="second"/> in the second.</summary>
    public long Cells(SuitabilityClass first, SuitabilityClass second) => _cells[Pair((byte)first, (byte)second)];

    /// <summary>Their hectares on the ground.</summary>
    public double Hectares(SuitabilityClass first, SuitabilityClass second) => _hectares[Pair((byte)first, (byte)second)];

    /// <summary>Share of the cells classified in both runs that have the same class in both, 0 to 1; NaN when none is classified in both.</summary>
    public double Agreement
    {
        get
        {
            var (total, same) = (0L, 0L);
            for (var first = 1; first < ClassCount; first++)
            {
                for (var second = 1; second < ClassCount; second++)
                    total += _cells[Pair(first, second)];
                same += _cells[Pair(first, first)];
            }
            return total == 0 ? double.NaN : same / (double)total;
        }
    }

    /// <summary>
    /// Cohen's kappa of the classes, over the cells classified in both runs: agreement beyond chance, 1 for all, 0 for none; NaN when chance alone would give all.
    /// Source: J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960), equation 1.
    /// </summary>
    public double Kappa
    {
        get
        {
            var (total, byChance) = (0.0, 0.0);
            var (rows, columns) = (new double[ClassCount], new double[ClassCount]);
            for (var first = 1; first < ClassCount; first++)
            {
                for (var second = 1; second < ClassCount; second++)
                {
                    var cells = _cells[Pair(first, second)];
                    total += cells;
                    rows[first] += cells;
                    columns[second] += cells;
                }
            }
            for (var code = 1; code < ClassCount; code++)
                byChance += rows[code] / total * (columns[code] / total);
            return byChance < 1 ? (Agreement - byChance) / (1 - byChance) : double.NaN;
        }
    }

    internal static int Pair(int first, int second) => (first * ClassCount) + second;

    /// <summary>Adds what a zone holds.</summary>
    internal void Add(ClassAreas areas, int zone)
    {
        for (var pair = 0; pair < _cells.Length; pair++)
        {
            _cells[pair] += areas.Cells(zone, (byte)pair);
            _hectares[pair] += areas.Hectares(zone, (byte)pair);
        }
    }
}
