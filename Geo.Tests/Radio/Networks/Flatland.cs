using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Antennas;
using Geo.Engine.Radio.Networks;
using Geo.Engine.Radio.Spectrum;
using Geo.Engine.Radio.Terrain;

namespace Geo.Tests.Radio.Networks;

/// <summary>Level ground at 1 m, 20 km wide, with what a test puts on it.</summary>
internal static class Flatland
{
    public static readonly GridFrame Frame = new(CoordinateSystems.Vn2000Tm3Zone10530, 550_000, 1_070_000, 100, 200, 200);

    public static readonly Carrier Wide = SpectrumTable.Bundled.Find("n41", null)!;

    public static readonly Carrier Low = SpectrumTable.Bundled.Find("n28", "viettel")!;

    /// <summary>The middle of the land, at the centre of a cell.</summary>
    public static (double X, double Y) Middle => Frame.Centre(100, 100);

    public static Landscape Open => Build((_, _) => 1, (_, _) => 2);

    /// <summary>Land of heights and covers (1 water, 2 open, 3 trees of 15 m, 4 of 60 m) by row and column.</summary>
    public static Landscape Build(Func<int, int, float> height, Func<int, int, int> cover, double tide = 0)
    {
        var (heights, codes, sea) = (new Grid<float>(Frame), new Grid<float>(Frame), new Grid<byte>(Frame));
        for (var row = 0; row < Frame.Rows; row++)
            for (var column = 0; column < Frame.Columns; column++)
            {
                heights[row, column] = height(row, column);
                codes[row, column] = cover(row, column);
                sea[row, column] = (byte)(cover(row, column) == 1 ? 1 : 0);
            }

        var problems = new List<BilingualText>();
        var layers = new LandscapeLayers
        {
            Heights = heights,
            Model = HeightModel.Ground,
            LandCover = codes,
            ClutterMetres = new Dictionary<int, double> { [1] = 0, [2] = 0, [3] = 15, [4] = 60 },
            Sea = sea,
            WaterLevelMetres = tide,
        };
        var landscape = Landscape.Of(layers, Frame, problems, 1, TestContext.Current.CancellationToken);
        Assert.Empty(problems);
        return landscape!;
    }

    /// <summary>A mast of one antenna alike in all directions.</summary>
    public static NetworkSite Mast(string id, double x, double y, Carrier carrier, double eirpDbm = 35, double load = 1, double height = 35) =>
        new(id, x, y, height, [new Sector(carrier.Band, carrier, eirpDbm, new MountedAntenna(new AntennaPattern.Isotropic(0)), load)]);

    public static NetworkPlan Plan(Landscape landscape, NetworkSettings settings, int threads, params NetworkSite[] sites) =>
        NetworkPlan.Compute(landscape, Frame, sites, settings, threads, TestContext.Current.CancellationToken);
}
