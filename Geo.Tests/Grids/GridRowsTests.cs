using Geo.Engine.Grids;

namespace Geo.Tests.Grids;

public sealed class GridRowsTests
{
    [Theory]
    [InlineData(0, 1, 64)]
    [InlineData(1, 4, 64)]
    [InlineData(129, 1, 64)]
    [InlineData(129, 7, 64)]
    [InlineData(10, 3, 1)]
    public void Strips_cover_every_row_exactly_once(int rows, int threads, int stripRows)
    {
        var visits = new int[rows];
        void Visit(int from, int to)
        {
            Assert.InRange(to - from, 1, stripRows);
            for (var row = from; row < to; row++)
                Interlocked.Increment(ref visits[row]);
        }
        GridRows.ForEachStrip(rows, threads, Visit, TestContext.Current.CancellationToken, stripRows);
        Assert.All(visits, count => Assert.Equal(1, count));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void What_a_strip_throws_comes_out_as_it_is(int threads) =>
        Assert.Throws<InvalidDataException>(() =>
            GridRows.ForEachStrip(500, threads, (_, _) => throw new InvalidDataException(), TestContext.Current.CancellationToken));

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Cancelled_work_stops(int threads) =>
        Assert.ThrowsAny<OperationCanceledException>(() => GridRows.ForEachStrip(500, threads, (_, _) => { }, new CancellationToken(canceled: true)));
}
