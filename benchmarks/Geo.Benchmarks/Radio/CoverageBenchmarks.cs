using BenchmarkDotNet.Attributes;
using Geo.Benchmarks.Grids;
using Geo.Engine.Radio;

namespace Geo.Benchmarks.Radio;

/// <summary>300 sites of 5 kinds on the province's frame; baseline: 3 sites by the formulas themselves, a hundredth of the work.</summary>
[MemoryDiagnoser]
public class CoverageBenchmarks
{
    private static readonly CoverageSettings Settings = new();

    private readonly Transmitter[] _sites =
    [
        .. Enumerable.Range(0, 300).Select(i => new Transmitter(
            $"{i}", 505_000 + (i * 31_415 % 90_000), 1_020_000 + (i * 27_182 % 78_000), 30 + (i % 5), 763, 31, "n28")),
    ];

    [Benchmark(Baseline = true)]
    public double FormulasOfThreeSites()
    {
        var sum = 0.0;
        foreach (var site in _sites.Take(3))
        {
            for (var row = 0; row < StudyArea.Frame.Rows; row++)
            {
                for (var column = 0; column < StudyArea.Frame.Columns; column++)
                    sum += SignalDbm(site, row, column);
            }
        }

        return sum;
    }

    [Benchmark]
    [Arguments(1)]
    [Arguments(2)]
    public CoverageMap Map(int threads) => CoverageMap.Compute(StudyArea.Frame, _sites, Settings, threads, CancellationToken.None);

    private static double SignalDbm(Transmitter site, int row, int column)
    {
        var (x, y) = StudyArea.Frame.Centre(row, column);
        var distance = Math.Sqrt(((x - site.X) * (x - site.X)) + ((y - site.Y) * (y - site.Y)));
        return distance <= Settings.MaxRadiusMetres
            ? site.EirpDbm - MixedPath.OfRuralMacro(Settings.SceneOf(site), Math.Max(distance, RuralMacro.MinDistanceMetres)).MedianLossDb(double.NaN)
            : 0;
    }
}
