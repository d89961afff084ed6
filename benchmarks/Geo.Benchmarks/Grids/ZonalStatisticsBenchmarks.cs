using BenchmarkDotNet.Attributes;
using Geo.Engine.Grids;

namespace Geo.Benchmarks.Grids;

/// <summary>Statistics by 109 zones, against a plain sum and count.</summary>
[MemoryDiagnoser]
public class ZonalStatisticsBenchmarks
{
    private const int Side = 2_000;
    private const int Zones = 109;
    private readonly Grid<float> _values = SampleGrids.Values(Side);
    private readonly Grid<byte> _classes = SampleGrids.Classes(Side);
    private readonly ZoneGrid _zones = new(Blocks(), Zones, CellAreas.OnTheGround(SampleGrids.Frame(Side)));

    /// <summary>Sums and counts, uncompensated.</summary>
    [Benchmark(Baseline = true)]
    public double[] PlainSums()
    {
        var sums = new double[Zones + 1];
        var counts = new long[Zones + 1];
        for (var cell = 0; cell < Side * Side; cell++)
        {
            var value = _values.Cells[cell];
            if (float.IsNaN(value))
                continue;
            sums[_zones.Labels.Cells[cell]] += value;
            counts[_zones.Labels.Cells[cell]]++;
        }
        return sums;
    }

    /// <summary>Ours.</summary>
    [Benchmark]
    [Arguments(1)]
    [Arguments(2)]
    public IReadOnlyList<ZoneStatistics> Statistics(int threads) => ZonalStatistics.Compute(_values, _zones, threads, CancellationToken.None);

    /// <summary>Ours, by class.</summary>
    [Benchmark]
    [Arguments(2)]
    public ClassAreas ByClass(int threads) => ZonalStatistics.CountByClass(_classes, _zones, threads, CancellationToken.None);

    private static Grid<int> Blocks()
    {
        var labels = new Grid<int>(SampleGrids.Frame(Side));
        for (var row = 0; row < Side; row++)
        {
            for (var column = 0; column < Side; column++)
                labels[row, column] = 1 + (((row / 190 * 11) + (column / 190)) % Zones);
        }
        return labels;
    }
}
