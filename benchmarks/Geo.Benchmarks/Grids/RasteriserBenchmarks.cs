using BenchmarkDotNet.Attributes;
using Geo.Engine.Grids;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace Geo.Benchmarks.Grids;

/// <summary>A polygon of 10,000 vertices laid on a grid, against asking NetTopologySuite's indexed locator for each cell's centre.</summary>
[MemoryDiagnoser]
public class RasteriserBenchmarks
{
    private readonly Grid<byte> _target = new(SampleGrids.Frame(1_000));
    private readonly Polygon _polygon = Star(10_000);

    /// <summary>A question for each cell.</summary>
    [Benchmark(Baseline = true)]
    public void CellByCell()
    {
        var locator = new IndexedPointInAreaLocator(_polygon);
        for (var row = 0; row < 1_000; row++)
        {
            for (var column = 0; column < 1_000; column++)
            {
                var (x, y) = _target.Frame.Centre(row, column);
                if (locator.Locate(new Coordinate(x, y)) == Location.Interior)
                    _target[row, column] = 1;
            }
        }
    }

    /// <summary>Ours.</summary>
    [Benchmark]
    [Arguments(CellRule.Centre)]
    [Arguments(CellRule.AllTouched)]
    public void Burn(CellRule rule) => Rasteriser.Burn(_target, _polygon, (byte)1, rule);

    private static Polygon Star(int vertices)
    {
        var positions = Enumerable.Range(0, vertices).Select(i => (Angle: i * Math.Tau / vertices, Reach: 9_000 + (5_000 * Math.Sin(i * 0.4) * Math.Sin(i * 0.003))))
            .Select(p => new Coordinate(519_000 + (p.Reach * Math.Cos(p.Angle)), 1_084_020 + (p.Reach * Math.Sin(p.Angle)))).ToArray();
        return new GeometryFactory().CreatePolygon([.. positions, positions[0].Copy()]);
    }
}
