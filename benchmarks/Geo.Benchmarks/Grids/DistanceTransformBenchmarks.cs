using BenchmarkDotNet.Attributes;
using Geo.Engine.Grids;

namespace Geo.Benchmarks.Grids;

/// <summary>The distance transform on one and two threads, against the plain two passes with a division for each parabola.</summary>
[MemoryDiagnoser]
public class DistanceTransformBenchmarks
{
    private Grid<byte> _sources = new(SampleGrids.Frame(1));

    /// <summary>Rows and columns.</summary>
    [Params(1_000, 4_000)]
    public int Side { get; set; }

    /// <summary>Makes the grid.</summary>
    [GlobalSetup]
    public void Fill() => _sources = SampleGrids.Sources(Side);

    /// <summary>Felzenszwalb and Huttenlocher as printed, cell by cell.</summary>
    [Benchmark(Baseline = true)]
    public float[] AsPrinted()
    {
        var squares = new double[Side * Side];
        for (var i = 0; i < squares.Length; i++)
            squares[i] = _sources.Cells[i] != 0 ? 0 : 1e10;
        var line = new PrintedDistances(Side);
        for (var column = 0; column < Side; column++)
            line.Transform(squares, column, Side);
        for (var row = 0; row < Side; row++)
            line.Transform(squares, row * Side, 1);
        return Array.ConvertAll(squares, square => (float)(Math.Sqrt(square) * 30));
    }

    /// <summary>Ours.</summary>
    [Benchmark]
    [Arguments(1)]
    [Arguments(2)]
    public Grid<float> Euclidean(int threads) => DistanceTransform.Euclidean(_sources, threads, CancellationToken.None);

    /// <summary>Ours, with who is nearest.</summary>
    [Benchmark]
    [Arguments(2)]
    public Grid<int> NearestSource(int threads) => DistanceTransform.NearestSource(_sources, threads, CancellationToken.None);
}
