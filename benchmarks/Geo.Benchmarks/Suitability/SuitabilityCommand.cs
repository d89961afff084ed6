using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Suitability;
using Geo.Engine.Suitability.Sensitivity;

namespace Geo.Benchmarks.Suitability;

/// <summary>
/// Measures what is done with a province of 3,070 x 2,700 cells and 8 criteria after they have been measured, beside the bandwidth of the machine's memory in the same run. Prints
/// a table: the least of several rounds, and what was aimed at.
/// </summary>
internal static class SuitabilityCommand
{
    private const int Rows = 2_700;
    private const int Columns = 3_070;
    private const int Criteria = 8;
    private const int Threads = 2;
    private const int Draws = 10_000;

    private static readonly GridFrame Frame = new(CoordinateSystems.Vn2000Tm3Zone10530, 504_000, 1_099_020, 30, Rows, Columns);

    /// <summary>Runs all of it; the argument <c>quick</c> draws a tenth of the weightings.</summary>
    public static int Run(string[] arguments)
    {
        var draws = arguments.Contains("quick") ? Draws / 10 : Draws;
        var criteria = Enumerable.Range(0, Criteria).Select(c => new WeightedCriterion(Smooth(c), new Membership.Slope(0, 1, Shoulder.Linear), 1.0 / Criteria, MissingValue.Exclude, 9)).ToList();
        var reasons = new Grid<byte>(Frame);
        var (graded, score) = (GradedCriteria.Of(criteria, reasons, Threads, CancellationToken.None), new Grid<float>(Frame));
        var bandwidth = Bandwidth();
        Print($"{Environment.ProcessorCount} processors, {Threads} threads used, vectors of {Vector<byte>.Count * 8} bits; {Columns:N0} x {Rows:N0} cells, {Criteria} criteria.");
        Print($"Memory (a = b + s c over 132 MiB arrays of float32, {Threads} threads): {bandwidth / 1e9:0.0} GB/s.");
        Print("");
        Print("| work | time | aimed at |");
        Print("|---|---|---|");
        Recombining(graded, score, bandwidth);
        Doubting(criteria, reasons, draws);
        return 0;
    }

    private static void Recombining(GradedCriteria graded, Grid<float> score, double bandwidth)
    {
        var weights = Enumerable.Range(1, Criteria).Select(c => c / 36.0).ToArray();
        void Combine(Aggregation rule) => graded.Combine(rule, weights, score, Threads, CancellationToken.None);
        var sum = Best(9, () => Combine(Aggregation.WeightedSum));
        var bytes = Frame.CellCount * (((Criteria + 1) * sizeof(float)) + 1);
        Row("weight changed, weighted sum again", sum, "60 ms");
        Print($"| its bytes over its time | {bytes / sum.TotalSeconds / 1e9:0.0} GB/s, {bandwidth / (bytes / sum.TotalSeconds):0.00} times slower than memory | 3 times |");
        Row("OWA dial, alpha 2.5", Best(7, () => Combine(new Aggregation.Guided(2.5))), "100 ms");
        Row("OWA by places", Best(7, () => Combine(new Aggregation.Ordered([0.3, 0.2, 0.15, 0.1, 0.1, 0.05, 0.05, 0.05], false))), "100 ms");
        Row("fuzzy AND", Best(7, () => Combine(new Aggregation.Fuzzy(FuzzyRule.And, 0))), "");
        Row("ideal point, power 2", Best(5, () => Combine(new Aggregation.IdealPoint(2))), "");
        Row("geometric mean", Best(3, () => Combine(Aggregation.GeometricMean)), "");
    }

    private static void Doubting(List<WeightedCriterion> criteria, Grid<byte> reasons, int draws)
    {
        var rule = new PassRule(Aggregation.WeightedSum, 0.5);
        var weights = new DrawSettings(new WeightSpread.Ignorance(), draws, true, 57).Of([.. criteria.Select(c => c.Weight)]);
        Grid<float> closed = null!, drawn = null!; // both are made below
        var closedTime = Best(5, () => closed = IgnoranceMap.Of(criteria, reasons, rule, Threads, CancellationToken.None));
        var drawnTime = Best(1, () => drawn = new PassingCells(criteria, reasons, rule, Threads, CancellationToken.None).ShareOfDraws(weights));
        var farthest = 0f;
        for (var cell = 0; cell < closed.Cells.Length; cell++)
            farthest = Math.Max(farthest, Math.Abs(closed.Cells[cell] - drawn.Cells[cell]));
        Row($"{draws:N0} drawn weightings, share of passes of each cell", drawnTime, "60 s for 10,000");
        Row("the same in closed form", closedTime, "");
        Print($"| closed form against drawing | {drawnTime / closedTime:0} times faster; farthest apart {farthest:0.0000} | 100 times |");
    }

    // Hills of another wave length for each criterion: neighbours are alike, as they are on the ground.
    private static Grid<float> Smooth(int criterion)
    {
        var grid = new Grid<float>(Frame);
        GridRows.ForEachStrip(
            Rows,
            Threads,
            (from, to) =>
            {
                for (var row = from; row < to; row++)
                    for (var column = 0; column < Columns; column++)
                        grid[row, column] = (float)(0.5 + (0.5 * Math.Sin((row + (40 * criterion)) / (60.0 + (23 * criterion))) * Math.Cos((column - (70 * criterion)) / (90.0 + (17 * criterion)))));
            },
            CancellationToken.None);
        return grid;
    }

    private static double Bandwidth()
    {
        const int Length = 33 << 20;
        float[] a = new float[Length], b = new float[Length], c = new float[Length];
        Array.Fill(b, 1.5f);
        Array.Fill(c, 2.5f);
        var time = Best(7, () => GridRows.ForEachStrip(Length, Threads, (from, to) => Triad(a.AsSpan(from, to - from), b.AsSpan(from, to - from), c.AsSpan(from, to - from)), CancellationToken.None, 1 << 20));
        return 3.0 * Length * sizeof(float) / time.TotalSeconds;
    }

    private static void Triad(Span<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c)
    {
        var sums = MemoryMarshal.Cast<float, Vector<float>>(a);
        var ones = MemoryMarshal.Cast<float, Vector<float>>(b);
        var others = MemoryMarshal.Cast<float, Vector<float>>(c);
        for (var i = 0; i < sums.Length; i++)
            sums[i] = ones[i] + (others[i] * 3f);
    }

    private static TimeSpan Best(int rounds, Action work)
    {
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            work();
            var time = Stopwatch.GetElapsedTime(started);
            best = time < best ? time : best;
        }
        return best;
    }

    private static void Row(string work, TimeSpan time, string aim) =>
        Print(time.TotalSeconds < 1 ? $"| {work} | {time.TotalMilliseconds:0.0} ms | {aim} |" : $"| {work} | {time.TotalSeconds:0.0} s | {aim} |");

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static void Print(string line) => Console.WriteLine(line);
}
