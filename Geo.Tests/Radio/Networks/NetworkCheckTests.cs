using Geo.Engine.Radio.Networks;

namespace Geo.Tests.Radio.Networks;

public sealed class NetworkCheckTests
{
    private static readonly NetworkSite Good = Flatland.Mast("a", Flatland.Middle.X, Flatland.Middle.Y, Flatland.Low);

    public static TheoryData<string, NetworkSite[]> Faulty => new()
    {
        { "site a: height is NaN m; allowed are 1 to 3000 m", [Good with { HeightMetres = double.NaN }] },
        { "site a: height is 0 m", [Good with { HeightMetres = 0 }] },
        { "site a, n28: load is -0.1; allowed are 0 to 1", [Flatland.Mast("a", Good.X, Good.Y, Flatland.Low, load: -0.1)] },
        { "site a, n28: frequency is 7125 MHz; allowed are 30 to 6000 MHz", [Flatland.Mast("a", Good.X, Good.Y, Flatland.Low with { CentreMegahertz = 7_125 })] },
        { "site a, n28: EIRP per resource element is NaN dBm", [Flatland.Mast("a", Good.X, Good.Y, Flatland.Low, double.NaN)] },
        { "site a has no sector", [Good with { Sectors = [] }] },
        { "outside the terrain", [Good with { X = 0 }] },
        { "outside the terrain", [Good with { Y = double.NaN }] },
        { "the same place, carrier and bearing: a, n28; b, n28", [Good, Good with { Id = "b" }] },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_faulty_site_is_named(string said, NetworkSite[] sites)
    {
        var problems = NetworkCheck.Problems(sites, new NetworkSettings(), Flatland.Open);
        Assert.Contains(problems, p => p.En.Contains(said, StringComparison.Ordinal));
        Assert.All(problems, p => Assert.NotEqual(p.En, p.Vi));
        Assert.Throws<ArgumentException>(() => Flatland.Plan(Flatland.Open, new NetworkSettings(), 1, sites));
    }

    [Fact]
    public void A_site_at_sea_or_on_unknown_ground_is_named()
    {
        string Said(float height, int cover) =>
            NetworkCheck.Problems([Good], new NetworkSettings(), Flatland.Build((_, _) => height, (_, _) => cover)).Single().En;
        Assert.Equal("site a is at sea", Said(0, 1));
        Assert.Equal("site a: the ground at its foot is unknown", Said(float.NaN, 2));
    }

    [Fact]
    public void Settings_out_of_range_are_named()
    {
        var settings = new NetworkSettings { RadiusMetres = 100, ThresholdDbm = double.NaN, ReceiverHeightMetres = 0, NoiseFigureDb = -1 };
        Assert.Equal(4, NetworkCheck.Problems([Good], settings, Flatland.Open).Count);
    }
}
