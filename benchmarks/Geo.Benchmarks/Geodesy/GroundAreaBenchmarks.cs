using BenchmarkDotNet.Attributes;
using Geo.Engine.Geodesy;

namespace Geo.Benchmarks.Geodesy;

/// <summary>Ground areas of 100 rows of 3 070 cells, row by row and cell by cell.</summary>
[MemoryDiagnoser]
public class GroundAreaBenchmarks
{
    private const int Rows = 100;

    private readonly double[] _row = new double[3_070];

    [Benchmark(Baseline = true)]
    public double CellByCell()
    {
        var sum = 0.0;
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < _row.Length; column++)
                sum += GroundArea.CellHectares(CoordinateSystems.Vn2000Tm3Zone10530, 504_015 + (column * 30), 1_099_005 - (row * 30), 30);
        }

        return sum;
    }

    [Benchmark]
    public double RowByRow()
    {
        var sum = 0.0;
        for (var row = 0; row < Rows; row++)
        {
            GroundArea.CellHectares(CoordinateSystems.Vn2000Tm3Zone10530, 504_000, 1_099_005 - (row * 30), 30, _row);
            foreach (var hectares in _row)
                sum += hectares;
        }

        return sum;
    }
}
