using Geo.Engine.Radio;
using Geo.Engine.Radio.Antennas;
using Geo.Engine.Radio.Networks;
using Geo.Engine.Radio.Paths;
using Geo.Engine.Radio.Propagation;

namespace Geo.Tests.Radio.Networks;

public sealed class NetworkPlanTests
{
    private static readonly NetworkSettings Settings = new() { RadiusMetres = 8_000 };
    private static readonly (double X, double Y) Middle = Flatland.Middle;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(100, 105)]
    [InlineData(100, 170)]
    [InlineData(40, 100)]
    public void A_cell_receives_what_the_model_leaves_of_the_power(int row, int column)
    {
        var plan = Flatland.Plan(Flatland.Open, Settings, 1, Flatland.Mast("a", Middle.X, Middle.Y, Flatland.Low));
        var steps = Math.Max(Math.Abs(row - 100), Math.Abs(column - 100));
        double[] distances = [.. Enumerable.Range(0, steps + 1).Select(i => i * 0.1)];
        var ground = distances.Select(_ => 1.0).ToArray();
        var model = new PointToArea(new PointToAreaSettings
        {
            FrequencyGigahertz = 0.773, RefractivityGradient = 45, SeaLevelRefractivity = 380, LatitudeDegrees = 9.6,
        });
        var geometry = PathGeometry.Of(new PathProfile(distances, ground), new PathEnds(35, 1.5), model.Earth);
        Assert.Equal(35 - model.LossDb(geometry), plan.Coverage.SignalDbm[row, column], 1e-4);
    }

    [Fact]
    public void Powers_are_added_in_milliwatts_and_only_on_one_carrier()
    {
        // Halfway between two equal sites: the ratio is that of one to the load of the other, far above the noise.
        var (west, east) = (Flatland.Frame.Centre(100, 90), Flatland.Frame.Centre(100, 110));
        NetworkPlan Pair(double load, bool isOneCarrier) => Flatland.Plan(
            Flatland.Open,
            Settings,
            1,
            Flatland.Mast("west", west.X, west.Y, Flatland.Wide, load: load),
            Flatland.Mast("east", east.X, east.Y, isOneCarrier ? Flatland.Wide : Flatland.Wide with { Id = "other", Operator = "other" }, load: load));
        Assert.Equal(0, Pair(1, true).Coverage.SinrDb[100, 100], 0.01);
        Assert.Equal(3.0103, Pair(0.5, true).Coverage.SinrDb[100, 100], 0.01);
        Assert.True(Pair(1, false).Coverage.SinrDb[100, 100] > 30);
        Assert.Equal([0, 1, -1, -1], Pair(1, true).Coverage.Servers(100, 100).ToArray());
    }

    [Fact]
    public void The_strongest_sectors_stand_in_order_and_of_equal_ones_the_earlier_first()
    {
        var (x, y) = Middle;
        NetworkSite[] sites =
        [
            .. Enumerable.Range(0, 7).Select(i => Flatland.Mast($"{i}", x + (i * 1_700 % 5_000), y + (i * 2_300 % 4_000), Flatland.Wide)),
            Flatland.Mast("twin", x + 1_700, y + 2_300, Flatland.Wide), // of the second, looking elsewhere, which changes nothing
        ];
        sites[7] = sites[7] with { Sectors = [sites[7].Sectors[0] with { Antenna = new MountedAntenna(new AntennaPattern.Isotropic(0), 90) }] };
        var alone = sites.Select(site => Flatland.Plan(Flatland.Open, Settings, 1, site).Coverage.SignalDbm).ToArray();
        var coverage = Flatland.Plan(Flatland.Open, Settings, 2, sites).Coverage;
        for (var cell = 0; cell < 200; cell++)
        {
            int[] reaching = [.. Enumerable.Range(0, sites.Length).Where(s => !float.IsNaN(alone[s][cell, 190 - (cell / 2)])), -1, -1, -1, -1];
            int[] expected = [.. reaching.OrderByDescending(s => s < 0 ? double.NegativeInfinity : alone[s][cell, 190 - (cell / 2)])];
            Assert.Equal(expected[..4], coverage.Servers(cell, 190 - (cell / 2)).ToArray());
        }
    }

    [Fact]
    public void More_threads_give_the_same_bits()
    {
        var (one, many) = (Province(1), Province(7));
        AssertSame(one.Coverage, many.Coverage);
    }

    [Fact]
    public void A_moved_site_gives_the_bits_of_a_new_computation()
    {
        var (x, y) = Flatland.Frame.Centre(150, 60);
        var moved = Sectored("moved", x, y) with { HeightMetres = 60 };
        var plan = Province(2);
        plan.Replace(3, moved, 2, Cancellation);
        var sites = plan.Sites.ToArray();
        AssertSame(NetworkPlan.Compute(Rough, Flatland.Frame, sites, Settings, 1, Cancellation).Coverage, plan.Coverage);
        plan.Replace(3, Sites()[3], 2, Cancellation);
        AssertSame(Province(1).Coverage, plan.Coverage);
    }

    [Fact]
    public void A_sector_serves_where_it_looks()
    {
        var site = Sectored("a", Middle.X, Middle.Y);
        var coverage = Flatland.Plan(Flatland.Open, Settings, 1, site).Coverage;
        Assert.Equal(0, coverage.BestServer[60, 100]);  // north
        Assert.Equal(1, coverage.BestServer[120, 140]); // 120 degrees
        Assert.Equal(2, coverage.BestServer[120, 60]);  // 240 degrees
    }

    [Fact]
    public void The_low_band_carries_signal_far_and_the_wide_one_the_standard_near()
    {
        var (x, y) = Middle;
        var antenna = new MountedAntenna(new AntennaPattern.Isotropic(0));
        var site = new NetworkSite("a", x, y, 40, [new Sector("low", Flatland.Low, 0, antenna), new Sector("wide", Flatland.Wide, 34, antenna)]);
        var settings = Settings with { ThresholdDbm = -115 };
        var coverage = Flatland.Plan(Flatland.Open, settings, 1, site).Coverage;
        Assert.Equal((byte)CoverageClass.Standard, coverage.Classes[100, 110]);
        var low = Flatland.Plan(Flatland.Open, settings, 1, site with { Sectors = [site.Sectors[0]] }).Coverage.Classes;
        Assert.Contains((byte)CoverageClass.Signal, low.Row(100).ToArray());
        Assert.True(coverage.DownlinkMegabits[100, 110] > 100);
        for (var column = 103; column < 175; column++)
        {
            Assert.InRange(coverage.StandardProbability[100, column], 0f, 1f);
            Assert.Equal(coverage.Classes[100, column] == 2, coverage.ShortfallDb[100, column] == 0);
        }
    }

    [Fact]
    public void What_a_candidate_serves_alone_does_not_depend_on_the_others()
    {
        var plan = Province(2);
        var alone = NetworkPlan.Compute(Rough, Flatland.Frame, [plan.Sites[2]], Settings, 1, Cancellation).Coverage.SignalProbability;
        Assert.Equal(alone.Cells, plan.SignalProbabilityOf(2).Cells);
        for (var i = 0; i < alone.Cells.Length; i++)
            Assert.True(plan.Coverage.SignalProbability.Cells[i] >= alone.Cells[i]);
    }

    // a tree of 60 m halfway, in each eighth of the circle
    [Theory]
    [InlineData(14, 6)]
    [InlineData(6, 14)]
    [InlineData(-6, 14)]
    [InlineData(-14, 6)]
    [InlineData(-14, -6)]
    [InlineData(-6, -14)]
    [InlineData(6, -14)]
    [InlineData(14, -6)]
    [InlineData(14, 0)]
    [InlineData(0, -14)]
    public void A_tree_hides_the_cell_behind_it_and_no_other(int rows, int columns)
    {
        var site = Flatland.Mast("a", Middle.X, Middle.Y, Flatland.Low);
        var open = Flatland.Plan(Flatland.Open, Settings, 1, site).Coverage.SignalDbm;
        var land = Flatland.Build((_, _) => 1, (row, column) => row == 100 + (rows / 2) && column == 100 + (columns / 2) ? 4 : 2);
        var hidden = Flatland.Plan(land, Settings, 1, site).Coverage.SignalDbm;
        Assert.True(hidden[100 + rows, 100 + columns] < open[100 + rows, 100 + columns] - 3);
        foreach (var (row, column) in new[] { (100 - rows, 100 - columns), (100 - columns, 100 + rows), (100 + columns, 100 - rows), (100 + (rows / 2), 100 + (columns / 2)) })
            Assert.Equal(open[row, column], hidden[row, column]);
    }

    [Fact]
    public void The_rate_of_every_cell_is_that_of_its_ratio()
    {
        var coverage = Province(1).Coverage;
        for (var i = 0; i < coverage.SinrDb.Cells.Length; i++)
            Assert.Equal(ServiceStandard.DownlinkMegabitsOf(Flatland.Wide, coverage.SinrDb.Cells[i]), coverage.DownlinkMegabits.Cells[i], 0.01);
    }

    [Fact]
    public void Walls_lower_the_signal_by_their_loss()
    {
        var site = Flatland.Mast("a", Middle.X, Middle.Y, Flatland.Low);
        var outdoors = Flatland.Plan(Flatland.Open, Settings, 1, site).Coverage;
        var indoors = Flatland.Plan(Flatland.Open, Settings with { ExtraLossDb = 14 }, 1, site).Coverage;
        Assert.Equal(outdoors.SignalDbm[100, 140] - 14, indoors.SignalDbm[100, 140], 1e-3);
    }

    private static Engine.Radio.Terrain.Landscape Rough =>
        Flatland.Build((row, column) => 1 + (row * 7 % 5) + (column % 40 == 20 ? 12 : 0), (row, column) => row > 150 ? 1 : column % 7 == 0 ? 3 : 2);

    private static NetworkPlan Province(int threads) => NetworkPlan.Compute(Rough, Flatland.Frame, Sites(), Settings, threads, Cancellation);

    private static NetworkSite[] Sites() =>
        [.. Enumerable.Range(0, 9).Select(i => Sectored($"{i}", 551_000 + (i * 2_013), 1_056_500 + (i * 5_777 % 13_000)))];

    private static NetworkSite Sectored(string id, double x, double y) => new(
        id,
        x,
        y,
        35,
        [.. Enumerable.Range(0, 3).Select(i => new Sector(
            $"{i}", Flatland.Wide, 34, new MountedAntenna(new AntennaPattern.Beam(new ElementPanel(8, 1), 4, 0), 120 * i)))]);

    private static void AssertSame(NetworkCoverage expected, NetworkCoverage actual)
    {
        Assert.Equal(expected.SignalDbm.Cells, actual.SignalDbm.Cells);
        Assert.Equal(expected.SignalProbability.Cells, actual.SignalProbability.Cells);
        Assert.Equal(expected.BestServer.Cells, actual.BestServer.Cells);
        Assert.Equal(expected.SinrDb.Cells, actual.SinrDb.Cells);
        Assert.Equal(expected.DownlinkMegabits.Cells, actual.DownlinkMegabits.Cells);
        Assert.Equal(expected.StandardProbability.Cells, actual.StandardProbability.Cells);
        Assert.Equal(expected.Classes.Cells, actual.Classes.Cells);
        Assert.Equal(expected.Reasons.Cells, actual.Reasons.Cells);
        Assert.Equal(expected.ShortfallDb.Cells, actual.ShortfallDb.Cells);
        Assert.Equal(expected.Validity.Cells, actual.Validity.Cells);
        Assert.Equal(expected.Servers(77, 88).ToArray(), actual.Servers(77, 88).ToArray());
    }
}
