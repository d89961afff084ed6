using System.Text.Json;
using CsCheck;
using Geo.Engine.Grids;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Grids;

public sealed class ConnectedComponentsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Connectivity.Four, "rook")]
    [InlineData(Connectivity.Eight, "queen")]
    public void Regions_above_a_threshold_have_the_published_cells_and_areas(Connectivity connectivity, string name)
    {
        var published = ReferenceCases.Find("mcda", "zones.json", "threshold-minarea-20x24");
        var suitability = published.GetProperty("input").GetProperty("suitability").EnumerateArray()
            .SelectMany(row => row.EnumerateArray().Select(v => v.ValueKind != JsonValueKind.Null && v.GetDouble() >= 0.6 ? (byte)1 : (byte)0));
        var expected = published.GetProperty("expected").GetProperty(name);
        var regions = expected.GetProperty("regions").EnumerateArray().ToArray();

        var classes = new Grid<byte>(SmallGrids.Frame(20, 24), [.. suitability]);
        var components = ConnectedComponents.Label(classes, connectivity, 2, Token);
        var hectares = components.Hectares(CellAreas.InThePlane(classes.Frame));
        var kept = Sieve.Keep(components, label => hectares[label] >= 0.9 - 1e-9, 2, Token);

        Assert.Equal(
            regions.Select(r => r.GetProperty("cells").GetInt32()),
            components.CellCounts[1..].ToArray().OrderDescending());
        Assert.Equal(
            regions.Select(r => r.GetProperty("area_ha").GetDouble()),
            hectares[1..].OrderDescending(),
            (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(expected.GetProperty("kept_cells").GetInt32(), kept.Cells.ToArray().Count(v => v == 1));
    }

    [Fact]
    public void Labels_are_numbered_by_the_first_cell_in_row_major_order()
    {
        var components = ConnectedComponents.Label(SmallGrids.Drawn("1.2", "122", ".3."), Connectivity.Four, 1, Token);
        Assert.Equal([1, 0, 2, 1, 2, 2, 0, 3, 0], components.Labels.Cells.ToArray());
        Assert.Equal([0, 1, 2, 3], components.Classes.ToArray());
        Assert.Equal([3, 2, 3, 1], components.CellCounts.ToArray());
    }

    [Theory]
    [InlineData(Connectivity.Four, 4)]
    [InlineData(Connectivity.Eight, 2)]
    public void A_corner_joins_only_where_eight_neighbours_count(Connectivity connectivity, int count) =>
        Assert.Equal(count, ConnectedComponents.Label(SmallGrids.Drawn("12", "21"), connectivity, 1, Token).Count);

    [Fact]
    public void Labels_equal_those_of_a_flood_fill()
    {
        var cases =
            from classes in SmallGrids.Random(90)
            from connectivity in Gen.Enum<Connectivity>()
            select (classes, connectivity);
        cases.Sample(
            c => Assert.Equal(FloodFill(c.classes, c.connectivity), ConnectedComponents.Label(c.classes, c.connectivity, 2, Token).Labels.Cells.ToArray()),
            iter: 200);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(65, 31)]
    [InlineData(500, 333)]
    public void The_number_of_threads_changes_nothing(int rows, int columns)
    {
        var classes = SmallGrids.Patchy(rows, columns, 2, 11);
        foreach (var connectivity in Enum.GetValues<Connectivity>())
        {
            var alone = ConnectedComponents.Label(classes, connectivity, 1, Token);
            foreach (var threads in new[] { 2, 7 })
            {
                var together = ConnectedComponents.Label(classes, connectivity, threads, Token);
                Assert.Equal(alone.Labels.Cells, together.Labels.Cells);
                Assert.Equal(alone.CellCounts, together.CellCounts);
            }
        }
    }

    private static int[] FloodFill(Grid<byte> classes, Connectivity connectivity)
    {
        var (rows, columns) = (classes.Frame.Rows, classes.Frame.Columns);
        var labels = new int[rows * columns];
        var count = 0;
        for (var start = 0; start < labels.Length; start++)
        {
            if (labels[start] != 0 || classes.Cells[start] == 0)
                continue;
            labels[start] = ++count;
            var open = new Stack<int>([start]);
            while (open.TryPop(out var cell))
            {
                foreach (var neighbour in Neighbours(cell, rows, columns, connectivity))
                {
                    if (labels[neighbour] != 0 || classes.Cells[neighbour] != classes.Cells[cell])
                        continue;
                    labels[neighbour] = count;
                    open.Push(neighbour);
                }
            }
        }
        return labels;
    }

    private static IEnumerable<int> Neighbours(int cell, int rows, int columns, Connectivity connectivity) =>
        from down in new[] { -1, 0, 1 }
        from right in new[] { -1, 0, 1 }
        where connectivity == Connectivity.Eight ? (down, right) != (0, 0) : Math.Abs(down) + Math.Abs(right) == 1
        let row = (cell / columns) + down
        let column = (cell % columns) + right
        where row >= 0 && row < rows && column >= 0 && column < columns
        select (row * columns) + column;
}
