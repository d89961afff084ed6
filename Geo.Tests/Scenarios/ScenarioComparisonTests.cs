using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Scenarios;
using Geo.Engine.Suitability;

namespace Geo.Tests.Scenarios;

public sealed class ScenarioComparisonTests
{
    private static readonly GridFrame Frame = new(CoordinateSystems.Vn2000Tm3Zone10530, 550_000, 1_062_400, 100, 2, 5);

    // Ten cells of a hectare: rows of five. District 1 is the first row, district 2 the second but for its last cell.
    private static readonly byte[] First = [1, 1, 2, 2, 0, 3, 3, 4, 4, 1];
    private static readonly byte[] Second = [1, 2, 2, 2, 1, 3, 4, 4, 4, 1];
    private static readonly int[] Districts = [1, 1, 1, 1, 1, 2, 2, 2, 2, 0];

    [Fact]
    public void Hectares_and_cells_are_counted_by_pair_of_classes_for_all_and_by_district()
    {
        var comparison = Compare(First, Second);
        Assert.Equal(
            [("None", "S1", 1), ("S1", "S1", 1), ("S1", "S2", 1), ("S2", "S2", 2), ("S3", "S3", 1), ("S3", "N", 1), ("N", "N", 2)],
            Pairs(comparison.Whole));
        Assert.Equal([("None", "S1", 1), ("S1", "S1", 1), ("S1", "S2", 1), ("S2", "S2", 2)], Pairs(comparison.Districts[0]));
        Assert.Equal([("S3", "S3", 1), ("S3", "N", 1), ("N", "N", 2)], Pairs(comparison.Districts[1]));
        Assert.Equal(2, comparison.Whole.Hectares(SuitabilityClass.S2, SuitabilityClass.S2), 2e-3);
        Assert.Equal(0, comparison.Whole.Hectares(SuitabilityClass.S2, SuitabilityClass.S1));
    }

    [Fact]
    public void Kappa_is_the_agreement_beyond_chance_of_the_cells_classified_in_both()
    {
        // Eight such cells in the districts, six of them alike: 6/8. By chance: (2x1 + 2x3 + 2x1 + 2x3) / 64 = 1/4. So (3/4 - 1/4) / (3/4) = 2/3.
        var comparison = Compare(First, Second);
        Assert.Equal(0.75, comparison.Whole.Agreement, 1e-15);
        Assert.Equal(2 / 3.0, comparison.Whole.Kappa, 1e-15);
        Assert.Equal(1, Compare(First, First).Whole.Kappa);
        // Of one class only chance alone gives all.
        Assert.Equal((1.0, double.NaN), Compare([1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]).Whole is var same ? (same.Agreement, same.Kappa) : default);
        Assert.Equal(double.NaN, Compare(new byte[10], new byte[10]).Whole.Agreement);
    }

    [Fact]
    public void The_worked_example_of_Cohen_gives_the_kappa_he_prints()
    {
        // Cohen (1960): 200 cases in three categories, observed agreement 0.70, by chance 0.41, kappa 0.492.
        int[,] cases = { { 88, 14, 18 }, { 10, 40, 10 }, { 2, 6, 12 } };
        var (first, second) = (new List<byte>(), new List<byte>());
        for (var one = 0; one < 3; one++)
        {
            for (var other = 0; other < 3; other++)
            {
                first.AddRange(Enumerable.Repeat((byte)(one + 1), cases[one, other]));
                second.AddRange(Enumerable.Repeat((byte)(other + 1), cases[one, other]));
            }
        }
        var frame = Frame with { Rows = 10, Columns = 20 };
        var zones = new ZoneGrid(new Grid<int>(frame, [.. Enumerable.Repeat(1, 200)]), 1, CellAreas.InThePlane(frame));
        ScenarioSurface Surface(List<byte> classes) => new(new Grid<float>(frame), new Grid<byte>(frame, [.. classes]));
        var comparison = ScenarioComparison.Compute(Surface(first), Surface(second), zones, 3, TestContext.Current.CancellationToken);
        Assert.Equal(0.70, comparison.Whole.Agreement, 1e-12);
        Assert.Equal(0.492, comparison.Whole.Kappa, 0.0005);
    }

    [Fact]
    public void Correlation_is_Pearsons_over_the_cells_with_both_scores()
    {
        // Of (1,2), (2,1), (3,5), (4,4): means 2.5 and 3, sum of products 5, of squares 5 and 10: 5 / sqrt 50.
        var comparison = Compare(First, Second, [1, 2, 3, 4, float.NaN, 9, float.NaN, float.NaN, float.NaN, float.NaN], [2, 1, 5, 4, 7, float.NaN, float.NaN, float.NaN, float.NaN, float.NaN]);
        Assert.Equal(4, comparison.ScoredCells);
        Assert.Equal(5 / Math.Sqrt(50), comparison.Correlation, 1e-15);
        Assert.Equal(double.NaN, Compare(First, Second).Correlation);
    }

    [Fact]
    public void Grids_that_differ_are_refused_with_all_that_differs()
    {
        var other = Frame with { CellSizeMetres = 50, Rows = 4 };
        Assert.Equal(["cell size (m): 100 and 50", "rows: 2 and 4"], ScenarioComparison.Differences(Frame, other).Select(d => d.En));
        Assert.Equal(["hệ tọa độ: EPSG:9209 và EPSG:5897"], ScenarioComparison.Differences(Frame, Frame with { System = CoordinateSystems.Vn2000Tm3Zone10500 }).Select(d => d.Vi));
        Assert.Empty(ScenarioComparison.Differences(Frame, Frame with { }));
        Assert.Throws<ArgumentException>(() => ScenarioComparison.Compute(
            new ScenarioSurface(new Grid<float>(Frame), new Grid<byte>(Frame)), new ScenarioSurface(new Grid<float>(other), new Grid<byte>(other)), Zones(), 1, TestContext.Current.CancellationToken));
    }

    private static IEnumerable<(string, string, int)> Pairs(ClassTransitions transitions) =>
        from first in Enum.GetValues<SuitabilityClass>()
        from second in Enum.GetValues<SuitabilityClass>()
        where transitions.Cells(first, second) > 0
        select (first.ToString(), second.ToString(), (int)transitions.Cells(first, second));

    private static ZoneGrid Zones() => new(new Grid<int>(Frame, [.. Districts]), 2, CellAreas.OnTheGround(Frame));

    private static ScenarioComparison Compare(byte[] first, byte[] second, float[]? firstScores = null, float[]? secondScores = null)
    {
        ScenarioSurface Surface(byte[] classes, float[]? scores) => new(new Grid<float>(Frame, scores ?? [.. Enumerable.Repeat(0.5f, 10)]), new Grid<byte>(Frame, [.. classes]));
        return ScenarioComparison.Compute(Surface(first, firstScores), Surface(second, secondScores), Zones(), 2, TestContext.Current.CancellationToken);
    }
}
