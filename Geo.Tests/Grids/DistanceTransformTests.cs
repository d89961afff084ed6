using CsCheck;
using Geo.Engine.Grids;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Grids;

public sealed class DistanceTransformTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Distances_equal_the_published_squares_of_whole_cells()
    {
        var published = ReferenceCases.Find("mcda", "distance.json", "edt-16");
        var sources = new Grid<byte>(SmallGrids.Frame(16, 16));
        foreach (var seed in published.GetProperty("input").GetProperty("seeds_row_col").EnumerateArray())
            sources[seed[0].GetInt32(), seed[1].GetInt32()] = 1;
        var squares = published.GetProperty("expected").GetProperty("squared_cells").EnumerateArray()
            .SelectMany(row => row.EnumerateArray().Select(cell => cell.GetInt32()));

        var metres = DistanceTransform.Euclidean(sources, 1, Token);

        Assert.Equal(squares.Select(square => (float)(30 * Math.Sqrt(square))), metres.Cells.ToArray());
    }

    [Fact]
    public void Every_distance_is_the_least_over_all_sources()
    {
        SmallGrids.Random(40).Sample(classes =>
        {
            var sources = Thinned(classes);
            var squares = BruteForce(sources);
            var metres = DistanceTransform.Euclidean(sources, 2, Token);
            Assert.Equal(squares.Select(s => s.Square < 0 ? float.NaN : (float)(30 * Math.Sqrt(s.Square))), metres.Cells.ToArray());
        }, iter: 200);
    }

    [Theory]
    [InlineData(300, 1_100, 6)]
    [InlineData(900, 350, 2)]
    public void Few_sources_far_apart_give_exact_distances_too(int rows, int columns, int count)
    {
        var sources = new Grid<byte>(SmallGrids.Frame(rows, columns));
        for (var i = 1; i <= count; i++)
            sources.Cells[(int)(i * 2654435761L % sources.Cells.Length)] = 1;
        Assert.Equal(
            BruteForce(sources).Select(s => (float)(30 * Math.Sqrt(s.Square))),
            DistanceTransform.Euclidean(sources, 2, Token).Cells.ToArray());
    }

    [Fact]
    public void The_nearest_source_is_the_first_in_row_major_order_among_equally_near_ones()
    {
        SmallGrids.Random(24).Sample(classes =>
        {
            var sources = Thinned(classes);
            var nearest = DistanceTransform.NearestSource(sources, 2, Token);
            Assert.Equal(BruteForce(sources).Select(s => s.Index), nearest.Cells.ToArray());
        }, iter: 300);
    }

    [Fact]
    public void Without_a_source_every_distance_is_NaN_and_no_source_is_nearest()
    {
        var sources = new Grid<byte>(SmallGrids.Frame(3, 5));
        Assert.All(DistanceTransform.Euclidean(sources, 1, Token).Cells.ToArray(), metres => Assert.Equal(float.NaN, metres));
        Assert.All(DistanceTransform.NearestSource(sources, 1, Token).Cells.ToArray(), index => Assert.Equal(-1, index));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 17)]
    [InlineData(31, 33)]
    [InlineData(700, 1_030)]
    public void The_number_of_threads_changes_nothing(int rows, int columns)
    {
        var sources = Thinned(SmallGrids.Patchy(rows, columns, 1, 7));
        sources[rows / 2, columns / 2] = 1;
        var alone = DistanceTransform.Euclidean(sources, 1, Token);
        var nearest = DistanceTransform.NearestSource(sources, 1, Token);
        foreach (var threads in new[] { 2, 7 })
        {
            Assert.Equal(alone.Cells, DistanceTransform.Euclidean(sources, threads, Token).Cells);
            Assert.Equal(nearest.Cells, DistanceTransform.NearestSource(sources, threads, Token).Cells);
        }
    }

    [Fact]
    public void A_far_source_is_as_exact_as_a_near_one()
    {
        var sources = new Grid<byte>(SmallGrids.Frame(3, 20_000));
        sources[2, 0] = 9;
        var metres = DistanceTransform.Euclidean(sources, 1, Token);
        // 30 x sqrt(19 999^2 + 2^2)
        Assert.Equal(599_970.003f, metres[0, 19_999]);
    }

    [Fact]
    public void A_side_whose_squares_might_overflow_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DistanceTransform.Euclidean(new Grid<byte>(SmallGrids.Frame(1, 32_768)), 1, Token));

    // Few sources: the long parabolas are the ones that can go wrong.
    private static Grid<byte> Thinned(Grid<byte> classes)
    {
        var sources = new Grid<byte>(classes.Frame);
        for (var i = 0; i < classes.Cells.Length; i++)
            sources.Cells[i] = (byte)(classes.Cells[i] == 1 && i * 2654435761L % 11 < 2 ? 1 : 0);
        return sources;
    }

    private static IEnumerable<(int Square, int Index)> BruteForce(Grid<byte> sources)
    {
        var columns = sources.Frame.Columns;
        var indices = Enumerable.Range(0, sources.Cells.Length).Where(i => sources.Cells[i] != 0).ToArray();
        return Enumerable.Range(0, sources.Cells.Length).Select(cell => indices
            .Select(i => (Square: Squared((i / columns) - (cell / columns)) + Squared((i % columns) - (cell % columns)), Index: i))
            .DefaultIfEmpty((-1, -1))
            .Min());
    }

    private static int Squared(int n) => n * n;
}
