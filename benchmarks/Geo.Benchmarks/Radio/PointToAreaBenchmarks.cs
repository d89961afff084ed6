using BenchmarkDotNet.Attributes;
using Geo.Engine.Radio.Paths;
using Geo.Engine.Radio.Propagation;

namespace Geo.Benchmarks.Radio;

/// <summary>
/// ITU-R P.1812 over made-up delta ground of 50 m steps, paths of 0.3 to 20 km from one mast: from the geometry alone, at half of the time and in rare
/// times, and (baseline) with the geometry by the direct form, which looks at every point of every path.
/// </summary>
[MemoryDiagnoser]
public class PointToAreaBenchmarks
{
    private const int Paths = 395;

    private readonly double[] _distances = [.. Enumerable.Range(0, 401).Select(i => i * 0.05)];
    private readonly double[] _terrain = [.. Enumerable.Range(0, 401).Select(i => 1.5 + Math.Sin(i * 0.37) + (i % 29 == 0 ? 2 : 0))];
    private readonly double[] _clutter = [.. Enumerable.Range(0, 401).Select(i => i % 7 < 2 ? 8.0 : 0)];
    private readonly PathGeometry[] _geometries = new PathGeometry[Paths];
    private readonly PointToArea _median = new(Settings(50));
    private readonly PointToArea _rare = new(Settings(5));

    [GlobalSetup]
    public void ReadProfiles()
    {
        for (var i = 0; i < Paths; i++)
            _geometries[i] = GeometryOf(i);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Paths)]
    public double WithGeometry()
    {
        var sum = 0.0;
        for (var i = 0; i < Paths; i++)
            sum += _median.LossDb(GeometryOf(i));
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Paths)]
    public double FromGeometry() => Sum(_median);

    [Benchmark(OperationsPerInvoke = Paths)]
    public double FromGeometryInRareTimes() => Sum(_rare);

    private double Sum(PointToArea model)
    {
        var sum = 0.0;
        foreach (ref readonly var geometry in _geometries.AsSpan())
            sum += model.LossDb(geometry);
        return sum;
    }

    private PathGeometry GeometryOf(int path)
    {
        var points = path + 7; // the shortest is 0.3 km
        return PathGeometry.Of(
            new PathProfile(_distances.AsSpan(0, points), _terrain.AsSpan(0, points), _clutter.AsSpan(0, points)), new(35, 1.5), _median.Earth);
    }

    private static PointToAreaSettings Settings(double timePercent) => new()
    {
        FrequencyGigahertz = 0.763,
        RefractivityGradient = 45,
        SeaLevelRefractivity = 360,
        LatitudeDegrees = 9.6,
        TimePercent = timePercent,
    };
}
