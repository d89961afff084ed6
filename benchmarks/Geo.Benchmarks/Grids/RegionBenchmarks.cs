using BenchmarkDotNet.Attributes;
using Geo.Engine.Grids;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Implementation;

namespace Geo.Benchmarks.Grids;

/// <summary>Components, sieve and outlines of a class grid, against a flood fill that only counts the components.</summary>
[MemoryDiagnoser]
public class RegionBenchmarks
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 9209, PackedCoordinateSequenceFactory.DoubleFactory);
    private Grid<byte> _classes = new(SampleGrids.Frame(1));
    private Grid<int> _labels = new(SampleGrids.Frame(1));

    /// <summary>Rows and columns.</summary>
    [Params(1_000, 4_000)]
    public int Side { get; set; }

    /// <summary>Makes the grids.</summary>
    [GlobalSetup]
    public void Fill()
    {
        _classes = SampleGrids.Classes(Side);
        _labels = Components(2).Labels;
    }

    /// <summary>Cell by cell with a stack.</summary>
    [Benchmark(Baseline = true)]
    public int FloodFill()
    {
        var seen = new bool[Side * Side];
        var open = new Stack<int>();
        var count = 0;
        for (var start = 0; start < seen.Length; start++)
        {
            if (seen[start])
                continue;
            count++;
            seen[start] = true;
            open.Push(start);
            while (open.TryPop(out var cell))
            {
                var column = cell % Side;
                Visit(cell, cell - Side, cell >= Side, seen, open);
                Visit(cell, cell + Side, cell < seen.Length - Side, seen, open);
                Visit(cell, cell - 1, column > 0, seen, open);
                Visit(cell, cell + 1, column < Side - 1, seen, open);
            }
        }
        return count;
    }

    /// <summary>Our components.</summary>
    [Benchmark]
    [Arguments(1)]
    [Arguments(2)]
    public ComponentLabels Components(int threads) => ConnectedComponents.Label(_classes, Connectivity.Four, threads, CancellationToken.None);

    /// <summary>Our sieve.</summary>
    [Benchmark]
    [Arguments(2)]
    public Grid<byte> Sieved(int threads) => Sieve.Apply(_classes, new SieveRule(20, Connectivity.Four), threads, CancellationToken.None);

    /// <summary>Our outlines of all components, geometries included.</summary>
    [Benchmark]
    [Arguments(1)]
    [Arguments(2)]
    public IReadOnlyList<LabelledPolygon> Polygons(int threads) => Polygoniser.Polygonise(_labels, Factory, threads, CancellationToken.None);

    private void Visit(int cell, int neighbour, bool isInside, bool[] seen, Stack<int> open)
    {
        if (!isInside || seen[neighbour] || _classes.Cells[neighbour] != _classes.Cells[cell])
            return;
        seen[neighbour] = true;
        open.Push(neighbour);
    }
}
