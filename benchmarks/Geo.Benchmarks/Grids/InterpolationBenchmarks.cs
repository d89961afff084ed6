using BenchmarkDotNet.Attributes;
using Geo.Engine.Grids;

namespace Geo.Benchmarks.Grids;

/// <summary>16 stations on the province's frame, beside the plain double loop.</summary>
[MemoryDiagnoser]
public class InterpolationBenchmarks
{
    private readonly StationValue[] _stations = StudyArea.Stations;
    private readonly Grid<byte> _water = StudyArea.Water();

    [Benchmark(Baseline = true)]
    public Grid<float> PlainLoop()
    {
        var result = new Grid<float>(StudyArea.Frame);
        for (var row = 0; row < result.Frame.Rows; row++)
        {
            for (var column = 0; column < result.Frame.Columns; column++)
                result[row, column] = Mean(result.Frame.Centre(row, column));
        }

        return result;
    }

    [Benchmark]
    [Arguments(1)]
    [Arguments(2)]
    public Grid<float> InverseDistance(int threads) =>
        Interpolation.InverseDistance(StudyArea.Frame, _stations, new InverseDistanceOptions(), threads, CancellationToken.None);

    [Benchmark]
    [Arguments(1)]
    [Arguments(2)]
    public Grid<float> AlongWater(int threads) =>
        Interpolation.AlongWater(_water, _stations, new AlongWaterOptions(), threads, CancellationToken.None);

    private float Mean((double X, double Y) cell)
    {
        var (sum, total) = (0.0, 0.0);
        foreach (var station in _stations)
        {
            var (along, across) = (cell.X - station.X, cell.Y - station.Y);
            var weight = 1 / Math.Max((along * along) + (across * across), 1e-6);
            sum += weight * station.Value;
            total += weight;
        }

        return (float)(sum / total);
    }
}
