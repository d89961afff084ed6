using BenchmarkDotNet.Attributes;
using Geo.Engine.Grids;

namespace Geo.Benchmarks.Grids;

/// <summary>Population cells of 300 m to the province's frame of 30 m, and the frame to 90 m; one thread, beside a loop that asks each cell for its place.</summary>
[MemoryDiagnoser]
public class ResamplingBenchmarks
{
    private readonly Grid<float> _field = StudyArea.Field();
    private readonly Grid<byte> _water = StudyArea.Water();
    private readonly Grid<float> _coarse = new(StudyArea.Frame with { CellSizeMetres = 300, Rows = 270, Columns = 307 });
    private readonly GridFrame _target = StudyArea.Frame with { CellSizeMetres = 90, Rows = 900, Columns = 1_023 };

    [Benchmark(Baseline = true)]
    public Grid<float> NearestCellByCell()
    {
        var result = new Grid<float>(StudyArea.Frame);
        for (var row = 0; row < result.Frame.Rows; row++)
        {
            for (var column = 0; column < result.Frame.Columns; column++)
            {
                var (x, y) = result.Frame.Centre(row, column);
                result[row, column] = _coarse.Frame.CellAt(x, y) is var (i, j) ? _coarse[i, j] : float.NaN;
            }
        }

        return result;
    }

    [Benchmark]
    public Grid<float> Nearest() => Resampling.Nearest(_coarse, StudyArea.Frame, float.NaN, 1, CancellationToken.None);

    [Benchmark]
    public Grid<float> Bilinear() => Resampling.Bilinear(_coarse, StudyArea.Frame, 1, CancellationToken.None);

    [Benchmark]
    public Grid<float> SpreadCounts() => Resampling.SpreadCounts(_coarse, StudyArea.Frame, 1, CancellationToken.None);

    [Benchmark]
    public Grid<float> Average() => Resampling.Average(_field, _target, 1, CancellationToken.None);

    [Benchmark]
    public Grid<byte> Mode() => Resampling.Mode(_water, _target, 0, 1, CancellationToken.None);
}
