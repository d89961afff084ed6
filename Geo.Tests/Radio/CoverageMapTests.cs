using CsCheck;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Radio;

namespace Geo.Tests.Radio;

public sealed class CoverageMapTests
{
    private static readonly GridFrame Frame = new(CoordinateSystems.Vn2000Tm3Zone10530, 550_000, 1_062_000, 30, 400, 410);
    private static readonly CoverageSettings Settings = new();

    [Fact]
    public void Every_cell_is_within_a_hundredth_of_a_decibel_of_the_formulas()
    {
        var site = Site("a", 556_010, 1_056_020);
        var map = Compute(1, site);
        for (var row = 0; row < Frame.Rows; row += 3)
        {
            for (var column = 0; column < Frame.Columns; column += 3)
            {
                var distance = Distance(site, row, column);
                if (distance > 5_000)
                    continue;
                var path = MixedPath.OfRuralMacro(Settings.SceneOf(site), Math.Max(distance, 10));
                Assert.Equal(site.EirpDbm - path.MedianLossDb(double.NaN), map.SignalDbm[row, column], 0.01);
                var nearBreakpoint = Math.Abs(distance - RuralMacro.BreakpointMetres(Settings.SceneOf(site))) < 1;
                Assert.Equal(path.ShareWithin(site.EirpDbm + 105), map.Probability[row, column], nearBreakpoint ? 0.05 : 0.0005);
            }
        }
    }

    [Fact]
    public void Beyond_five_kilometres_nothing_is_claimed()
    {
        var site = Site("a", 550_015, 1_061_985);
        var map = Compute(2, site);
        for (var column = 0; column < Frame.Columns; column++)
        {
            var isNear = Distance(site, 0, column) <= 5_000;
            Assert.Equal(isNear ? 0 : -1, map.BestServer[0, column]);
            Assert.Equal(!isNear, float.IsNaN(map.SignalDbm[0, column]));
            Assert.Equal(isNear, map.Probability[0, column] > 0);
        }
    }

    [Fact]
    public void The_nearer_of_two_equal_sites_serves_and_the_first_on_a_tie()
    {
        // Columns 100 and 300 hold the sites; column 200 lies halfway.
        var map = Compute(1, Site("a", 553_015, 1_055_985), Site("b", 559_015, 1_055_985));
        Assert.Equal(0, map.BestServer[200, 150]);
        Assert.Equal(1, map.BestServer[200, 250]);
        Assert.Equal(0, map.BestServer[200, 200]);
    }

    [Fact]
    public void Two_servers_give_the_better_signal_and_the_better_probability()
    {
        var (first, second) = (Site("a", 553_015, 1_055_985), Site("b", 557_015, 1_058_985) with { EirpDbm = 20, FrequencyMegahertz = 3_750 });
        var (alone, other, both) = (Compute(1, first), Compute(1, second), Compute(1, first, second));
        for (var i = 0; i < Frame.CellCount; i++)
        {
            Assert.Equal(float.MaxNumber(alone.SignalDbm.Cells[i], other.SignalDbm.Cells[i]), both.SignalDbm.Cells[i]);
            Assert.Equal(Math.Max(alone.Probability.Cells[i], other.Probability.Cells[i]), both.Probability.Cells[i]);
        }
    }

    [Fact]
    public void More_threads_give_the_same_map()
    {
        var sites = Enumerable.Range(0, 40).Select(i => Site($"{i}", 549_000 + (i * 331), 1_049_000 + (i * 977 % 14_000)) with { HeightMetres = 30 + (i % 3) });
        var (one, many) = (Compute(1, [.. sites]), Compute(7, [.. sites]));
        Assert.Equal(one.SignalDbm.Cells, many.SignalDbm.Cells);
        Assert.Equal(one.BestServer.Cells, many.BestServer.Cells);
        Assert.Equal(one.Probability.Cells, many.Probability.Cells);
    }

    [Fact]
    public void A_map_without_sites_claims_nothing()
    {
        var map = Compute(1);
        Assert.All(map.BestServer.Cells.ToArray(), server => Assert.Equal(-1, server));
        Assert.All(map.Probability.Cells.ToArray(), probability => Assert.Equal(0, probability));
    }

    [Fact]
    public void Signal_is_at_the_threshold_where_probability_is_one_half()
    {
        Gen.Select(Gen.Double[10, 45], Gen.Double[500, 4_000]).Sample(
            (eirp, megahertz) =>
            {
                var map = Compute(1, Site("a", 556_010, 1_056_020) with { EirpDbm = eirp, FrequencyMegahertz = megahertz });
                for (var i = 0; i < Frame.CellCount; i++)
                {
                    var (signal, probability) = (map.SignalDbm.Cells[i], map.Probability.Cells[i]);
                    if ((signal > -104.9f && probability < 0.5f) || (signal < -105.1f && probability > 0.5f))
                        return false;
                }

                return true;
            },
            iter: 10);
    }

    [Fact]
    public void Everything_out_of_range_is_named_with_what_is_allowed()
    {
        var problems = CoverageMap.Problems(
            [Site("mast 7", 556_000, 1_056_000) with { HeightMetres = 5, FrequencyMegahertz = double.NaN }],
            Settings with { ReceiverHeightMetres = 0.5 });
        Assert.Equal(
            [
                "receiver height is 0.5 m; allowed are 1 to 10 m",
                "transmitter mast 7: height is 5 m; allowed are 10 to 150 m",
                "transmitter mast 7: frequency is NaN MHz; allowed are 500 to 7000 MHz",
            ],
            problems.Select(p => p.En));
    }

    [Fact]
    public void A_map_of_what_is_out_of_range_is_refused() =>
        Assert.Throws<ArgumentException>(() => Compute(1, Site("a", 556_000, 1_056_000) with { HeightMetres = 5 }));

    private static CoverageMap Compute(int threads, params Transmitter[] sites) =>
        CoverageMap.Compute(Frame, sites, Settings, threads, TestContext.Current.CancellationToken);

    private static Transmitter Site(string id, double x, double y) => new(id, x, y, 35, 763, 31, "n28");

    private static double Distance(Transmitter site, int row, int column)
    {
        var (x, y) = Frame.Centre(row, column);
        return Math.Sqrt(((x - site.X) * (x - site.X)) + ((y - site.Y) * (y - site.Y)));
    }
}
