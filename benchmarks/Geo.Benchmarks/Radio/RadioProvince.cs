using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Radio.Antennas;
using Geo.Engine.Radio.Networks;
using Geo.Engine.Radio.Spectrum;
using Geo.Engine.Radio.Terrain;

namespace Geo.Benchmarks.Radio;

/// <summary>The province in cells of 100 m with invented ground, orchards and sea, and sites spread over it by a fixed rule.</summary>
internal static class RadioProvince
{
    private const double MetresPerDegree = 110_600;

    /// <summary>The cells asked for.</summary>
    public static GridFrame Frame { get; } = new(CoordinateSystems.Vn2000Tm3Zone10530, 504_000, 1_099_000, 100, 810, 921);

    /// <summary>The settings: 15 km for each site.</summary>
    public static NetworkSettings Settings { get; } = new();

    /// <summary>Ground, sea and, if wished, clutter: rows of trees and villages on a fifth of the land.</summary>
    public static Landscape Build(bool withClutter, int threads)
    {
        var frame = Frame.WithHalo(150);
        var (heights, cover, sea) = (new Grid<float>(frame), new Grid<float>(frame), new Grid<byte>(frame));
        for (var row = 0; row < frame.Rows; row++)
            for (var column = 0; column < frame.Columns; column++)
            {
                var (x, y) = frame.Centre(row, column);
                heights[row, column] = Height(x / MetresPerDegree, y / MetresPerDegree);
                cover[row, column] = (row * 31 + (column * 17)) % 97 < 20 ? 2 : 1;
                sea[row, column] = x - 504_000 + (1_099_000 - y) > 150_000 ? (byte)1 : (byte)0;
            }

        var layers = new LandscapeLayers
        {
            Heights = heights,
            Model = HeightModel.Ground,
            LandCover = withClutter ? cover : null,
            ClutterMetres = withClutter ? new Dictionary<int, double> { [1] = 0, [2] = 8 } : [],
            Sea = sea,
        };
        List<BilingualText> problems = [];
        return Landscape.Of(layers, frame, problems, threads, CancellationToken.None) ?? throw new InvalidOperationException(problems[0].En);
    }

    /// <summary>Sites with one antenna each.</summary>
    public static NetworkSite[] Sites(int count) => [.. Enumerable.Range(0, count).Select(i => Site(i, 506_000 + (i * 31_415 % 70_000), 1_030_000 + (i * 27_182 % 66_000)))];

    /// <summary>One of them somewhere.</summary>
    public static NetworkSite Site(int number, double x, double y)
    {
        var carrier = SpectrumTable.Bundled.Find("n41", null)!; // in the bundled table
        return new NetworkSite($"{number}", x, y, 30 + (number % 5 * 3), [new Sector("omni", carrier, 34, new MountedAntenna(new AntennaPattern.Isotropic(0)))]);
    }

    // the formula of benchmarks/radio/measure.py
    private static float Height(double east, double north) =>
        (float)Math.Max(0, Math.Round(2 + (1.5 * Math.Sin(400 * east)) + (1.5 * Math.Cos(300 * north)) + (Math.Sin(3_000 * (east + north)) > 0.97 ? 3 : 0)));
}
