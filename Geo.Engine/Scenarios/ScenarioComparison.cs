using System.Globalization;
using Geo.Engine.Features;
using Geo.Engine.Grids;

namespace Geo.Engine.Scenarios;

/// <summary>Two runs side by side on one grid: what became of which class, where, and how much they are alike.</summary>
public sealed class ScenarioComparison
{
    private ScenarioComparison(ClassTransitions whole, IReadOnlyList<ClassTransitions> districts, double correlation, long scoredCells)
    {
        (Whole, Districts, Correlation, ScoredCells) = (whole, districts, correlation, scoredCells);
    }

    /// <summary>All districts together.</summary>
    public ClassTransitions Whole { get; }

    /// <summary>Each district, in the order of the zones.</summary>
    public IReadOnlyList<ClassTransitions> Districts { get; }

    /// <summary>Pearson's correlation of the scores over the cells that have one in both runs, -1 to 1; NaN when there are fewer than two, or one run has one score only.</summary>
    public double Correlation { get; }

    /// <summary>Number of these cells.</summary>
    public long ScoredCells { get; }

    /// <summary>Compares two runs.</summary>
    /// <param name="first">The first run.</param>
    /// <param name="second">The second run, on the same frame.</param>
    /// <param name="districts">Zones to count by, on the same frame.</param>
    /// <param name="threads">Most threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">The frames differ (see <see cref="Differences"/>).</exception>
    public static ScenarioComparison Compute(ScenarioSurface first, ScenarioSurface second, ZoneGrid districts, int threads, CancellationToken cancellation)
    {
        if (Differences(first.Classes.Frame, second.Classes.Frame) is { Count: > 0 } differences)
            throw new ArgumentException(string.Join("; ", differences.Select(d => d.En)), nameof(second));
        var areas = ZonalStatistics.CountByClass(Pairs(first.Classes, second.Classes, threads, cancellation), districts, threads, cancellation);
        var (whole, parts) = (new ClassTransitions(), new List<ClassTransitions>());
        for (var zone = 1; zone <= districts.Count; zone++)
        {
            var part = new ClassTransitions();
            part.Add(areas, zone);
            whole.Add(areas, zone);
            parts.Add(part);
        }
        var (correlation, cells) = Correlate(first.Score, second.Score, cancellation);
        return new ScenarioComparison(whole, parts, correlation, cells);
    }

    /// <summary>In what two frames differ, each with both values; empty when they are the same.</summary>
    public static IReadOnlyList<BilingualText> Differences(GridFrame first, GridFrame second)
    {
        var differences = new List<BilingualText>();
        void Differ<T>(string vi, string en, T one, T other)
        {
            if (!Equals(one, other))
                differences.Add(new(string.Create(CultureInfo.InvariantCulture, $"{vi}: {one} và {other}"), string.Create(CultureInfo.InvariantCulture, $"{en}: {one} and {other}")));
        }
        Differ("hệ tọa độ", "coordinate system", first.System.Code, second.System.Code);
        Differ("cạnh ô (m)", "cell size (m)", first.CellSizeMetres, second.CellSizeMetres);
        Differ("cạnh trái (m)", "left edge (m)", first.Left, second.Left);
        Differ("cạnh trên (m)", "top edge (m)", first.Top, second.Top);
        Differ("số hàng", "rows", first.Rows, second.Rows);
        Differ("số cột", "columns", first.Columns, second.Columns);
        return differences;
    }

    private static Grid<byte> Pairs(Grid<byte> first, Grid<byte> second, int threads, CancellationToken cancellation)
    {
        var pairs = new Grid<byte>(first.Frame);
        void Strip(int from, int to)
        {
            for (var row = from; row < to; row++)
            {
                var one = first.Row(row);
                var other = second.Row(row);
                var cells = pairs.Row(row);
                for (var column = 0; column < cells.Length; column++)
                    cells[column] = (byte)ClassTransitions.Pair(one[column], other[column]);
            }
        }
        GridRows.ForEachStrip(first.Frame.Rows, threads, Strip, cancellation);
        return pairs;
    }

    // Two passes, so that nothing is lost where the scores lie close together; row after row, so that the bits never depend on threads.
    private static (double Correlation, long Cells) Correlate(Grid<float> first, Grid<float> second, CancellationToken cancellation)
    {
        var (cells, sumOne, sumOther) = (0L, 0.0, 0.0);
        ForEachPair(first, second, (one, other) => (cells, sumOne, sumOther) = (cells + 1, sumOne + one, sumOther + other), cancellation);
        var (meanOne, meanOther) = (sumOne / cells, sumOther / cells);
        var (ones, others, both) = (0.0, 0.0, 0.0);
        ForEachPair(
            first,
            second,
            (one, other) =>
            {
                ones += (one - meanOne) * (one - meanOne);
                others += (other - meanOther) * (other - meanOther);
                both += (one - meanOne) * (other - meanOther);
            },
            cancellation);
        return (both / Math.Sqrt(ones * others), cells);
    }

    private static void ForEachPair(Grid<float> first, Grid<float> second, Action<double, double> take, CancellationToken cancellation)
    {
        for (var row = 0; row < first.Frame.Rows; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            var one = first.Row(row);
            var other = second.Row(row);
            for (var column = 0; column < one.Length; column++)
            {
                if (!float.IsNaN(one[column]) && !float.IsNaN(other[column]))
                    take(one[column], other[column]);
            }
        }
    }
}
