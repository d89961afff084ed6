using BenchmarkDotNet.Attributes;
using Geo.Engine.Geodesy;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;
using Projection = Geo.Engine.Geodesy.Projection;

namespace Geo.Benchmarks.Geodesy;

/// <summary>100 000 positions between WGS 84 and EPSG:9209, datum shift included, beside ProjNet.</summary>
[MemoryDiagnoser]
public class ProjectionBenchmarks
{
    private const int Positions = 100_000;
    private const string WorkingSystem = """
        PROJCS["VN-2000 / TM-3 105-30",GEOGCS["VN-2000",DATUM["Vietnam_2000",SPHEROID["WGS 84",6378137,298.257223563],
        TOWGS84[-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278]],PRIMEM["Greenwich",0],
        UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",105.5],
        PARAMETER["scale_factor",0.9999],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1]]
        """;

    private readonly Projection _there = Projection.Between(CoordinateSystems.Crs84, CoordinateSystems.Vn2000Tm3Zone10530);
    private readonly Projection _back = Projection.Between(CoordinateSystems.Vn2000Tm3Zone10530, CoordinateSystems.Crs84);
    private readonly MathTransform _peerThere;
    private readonly MathTransform _peerBack;

    public ProjectionBenchmarks()
    {
        var working = new CoordinateSystemFactory().CreateFromWkt(WorkingSystem);
        var transformations = new CoordinateTransformationFactory();
        _peerThere = transformations.CreateFromCoordinateSystems(GeographicCoordinateSystem.WGS84, working).MathTransform;
        _peerBack = transformations.CreateFromCoordinateSystems(working, GeographicCoordinateSystem.WGS84).MathTransform;
    }

    [Benchmark(Baseline = true)]
    public double ProjNetThere()
    {
        var sum = 0.0;
        for (var i = 0; i < Positions; i++)
            sum += _peerThere.Transform(105.5 + (i * 1e-5), 9.6).x;
        return sum;
    }

    [Benchmark]
    public double There()
    {
        var sum = 0.0;
        for (var i = 0; i < Positions; i++)
            sum += _there.Transform(105.5 + (i * 1e-5), 9.6).X;
        return sum;
    }

    [Benchmark]
    public double ProjNetBack()
    {
        var sum = 0.0;
        for (var i = 0; i < Positions; i++)
            sum += _peerBack.Transform(500_000 + i, 1_061_541).x;
        return sum;
    }

    [Benchmark]
    public double Back()
    {
        var sum = 0.0;
        for (var i = 0; i < Positions; i++)
            sum += _back.Transform(500_000 + i, 1_061_541).X;
        return sum;
    }
}
