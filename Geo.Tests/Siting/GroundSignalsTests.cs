using Geo.Engine.Grids;
using Geo.Engine.Radio.Antennas;
using Geo.Engine.Radio.Networks;
using Geo.Engine.Radio.Terrain;
using Geo.Engine.Siting;
using Geo.Tests.Radio.Networks;

namespace Geo.Tests.Siting;

/// <summary>Who serves whom over known ground, on the level land of <see cref="Flatland"/>: 200 x 200 cells of 100 m.</summary>
public sealed class GroundSignalsTests
{
    private static readonly NetworkSettings Network = new() { RadiusMetres = 8_000 };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void A_ridge_hides_who_lives_behind_it_and_nobody_else()
    {
        var ridge = Flatland.Build((_, column) => column == 120 ? 80 : 1, (_, _) => 2);
        var demand = Demand((100, 105), (100, 115), (100, 125), (100, 140));
        var site = Mast("a", 100, 100);
        Assert.Equal([0, 1, 2, 3], Served(Flatland.Open, demand, site)[0]);
        Assert.Equal([0, 1], Served(ridge, demand, site)[0]);
        // The other side of the ridge is another site's.
        Assert.Equal([2, 3], Served(ridge, demand, Mast("b", 100, 145))[0]);
    }

    [Theory]
    [InlineData(0.6)]
    [InlineData(0.95)]
    public void A_site_alone_serves_the_cells_where_its_coverage_has_the_probability_asked_for(double least)
    {
        var rough = Flatland.Build((row, column) => 1 + (row * 7 % 5) + (column % 40 == 20 ? 12 : 0), (row, column) => row > 150 ? 1 : column % 7 == 0 ? 3 : 2);
        var demand = Demand([.. from row in Enumerable.Range(0, 20) from column in Enumerable.Range(0, 20) select (row * 10, (column * 10) + (row % 7))]);
        NetworkSite[] sites = [Sectored("a", 100, 100, 0), Mast("b", 60, 130, 5)];
        var plan = NetworkPlan.Compute(rough, Flatland.Frame, sites, Network, 2, Cancel);
        var served = new GroundSignals(demand, [[sites[0]], [sites[1]]], rough, Settings(least), 2, Cancel).Served();
        for (var site = 0; site < sites.Length; site++)
        {
            var probability = plan.SignalProbabilityOf(site);
            Assert.Equal(Enumerable.Range(0, demand.Cells.Count).Where(c => probability.Cells[demand.Places[c]] >= least), served[site]);
            Assert.InRange(served[site].Length, 1, demand.Cells.Count - 1);
        }
    }

    [Fact]
    public void Together_sites_serve_where_the_coverage_of_all_has_signal_and_ratio()
    {
        var demand = Demand([.. from row in Enumerable.Range(0, 20) from column in Enumerable.Range(0, 20) select (row * 10, column * 10)]);
        NetworkSite[] sites = [Mast("a", 100, 80, 20), Mast("b", 100, 120, 20), Sectored("c", 60, 100, 20)];
        var signals = new GroundSignals(demand, [[sites[0]], [sites[1], sites[2]]], Flatland.Open, Settings(0.9) with { LeastRatioDb = 3 }, 1, Cancel);
        var coverage = NetworkPlan.Compute(Flatland.Open, Flatland.Frame, sites, Network, 1, Cancel).Coverage;
        var expected = demand.Places.Count(p => coverage.SignalProbability.Cells[p] >= 0.9 && coverage.SinrDb.Cells[p] >= 3);
        var served = signals.Evaluate([new TiltedSite(0, 0), new TiltedSite(1, 0)], Cancel).Total / (long)NetworkDemand.PartsOfPerson;
        Assert.Equal(expected, served);
        Assert.InRange(served, 1, demand.Places.Count(p => coverage.SignalProbability.Cells[p] >= 0.9) - 1); // interference took some away
    }

    [Fact]
    public void A_tilted_site_gives_what_a_computation_of_it_gives()
    {
        var selection = new CellSelection(Flatland.Frame, [.. Enumerable.Range(0, 200).Select(i => (i * 200) + ((i * 37) % 200))]);
        var site = Sectored("a", 100, 100, 30);
        var bent = site with { Sectors = [.. site.Sectors.Select(s => s with { Antenna = s.Antenna with { MechanicalTiltDegrees = s.Antenna.MechanicalTiltDegrees + 5 } })] };
        var tilted = SiteSignals.Of(site, selection, Flatland.Open, Network, Cancel).Tilted(5);
        var computed = SiteSignals.Of(bent, selection, Flatland.Open, Network, Cancel);
        Assert.Equal(computed.Cells, tilted.Cells);
        for (var sector = 0; sector < 3; sector++)
            Assert.All(computed.Milliwatts[sector].Zip(tilted.Milliwatts[sector]), pair => Assert.Equal(10 * Math.Log10(pair.First), 10 * Math.Log10(pair.Second), 0.001));
    }

    [Fact]
    public void Two_masts_that_look_into_each_other_are_mended_by_tilting_one_that_can()
    {
        // People live below the west mast; the east one shouts at them over their heads until it looks down.
        var demand = Demand([.. from row in Enumerable.Range(95, 11) from column in Enumerable.Range(72, 16) select (row, column)]);
        NetworkSite[][] sites = [[Mast("west", 100, 80, 10)], [Looking("east", 100, 110, 270, 20)]];
        var signals = new GroundSignals(demand, sites, Flatland.Open, Settings(0.6) with { LeastRatioDb = 6, TiltsDegrees = [10] }, 1, Cancel);
        Assert.Equal((2, false, true), (signals.Tilts, signals.CanTilt(0), signals.CanTilt(1)));
        var problem = new SitingProblem(demand.Cells, [.. signals.Served().Select((cells, i) => new CandidateSite($"{i}", 0, true, cells))], demand.Districts);
        var mended = SignalRepair.Mend(problem, [], signals.Evaluate, new RepairLimits(0, signals.Tilts, 100, 1) { CanTilt = signals.CanTilt }, Cancel);
        Assert.Equal([new RepairStep(1, null, 1, mended.After.Total)], mended.Steps);
        Assert.True(mended.After.Total > mended.Before.Total);
    }

    private static GroundServiceSettings Settings(double least) => new(Network, least, -3, [2, 4]);

    private static IReadOnlyList<int[]> Served(Landscape landscape, NetworkDemand demand, NetworkSite site) =>
        new GroundSignals(demand, [[site]], landscape, Settings(0.9), 1, Cancel).Served();

    private static NetworkDemand Demand(params (int Row, int Column)[] people)
    {
        var (persons, districts) = (new Grid<float>(Flatland.Frame), new Grid<int>(Flatland.Frame));
        districts.Cells.Fill(1);
        foreach (var (row, column) in people)
            persons[row, column] = 1;
        return NetworkDemand.Of(persons, districts, ["all"]);
    }

    private static NetworkSite Mast(string id, int row, int column, double eirpDbm = 20)
    {
        var (x, y) = Flatland.Frame.Centre(row, column);
        return Flatland.Mast(id, x, y, Flatland.Wide, eirpDbm);
    }

    private static NetworkSite Looking(string id, int row, int column, double bearing, double eirpDbm)
    {
        var (x, y) = Flatland.Frame.Centre(row, column);
        return new(id, x, y, 35, [new Sector(id, Flatland.Wide, eirpDbm, new MountedAntenna(new AntennaPattern.Passive(new PassiveSector(), 0), bearing), 1)]);
    }

    private static NetworkSite Sectored(string id, int row, int column, double eirpDbm)
    {
        var (x, y) = Flatland.Frame.Centre(row, column);
        var sectors = Enumerable.Range(0, 3).Select(i => new Sector($"{i}", Flatland.Wide, eirpDbm, new MountedAntenna(new AntennaPattern.Beam(new ElementPanel(8, 1), 4, 0), 120 * i), 0.4));
        return new(id, x, y, 35, [.. sectors]);
    }
}
