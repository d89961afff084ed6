using Geo.Engine.Geodesy;
using Geo.Engine.Grids;
using Geo.Engine.Radio;
using Geo.Engine.Siting;

namespace Geo.Tests.Siting;

public sealed class RuralMacroServiceTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.95)]
    public void A_site_serves_the_cells_where_the_map_has_the_probability_asked_for(double least)
    {
        var frame = new GridFrame(CoordinateSystems.Vn2000Tm3Zone10530, 550_000, 1_062_000, 100, 110, 120);
        var settings = new CoverageSettings();
        Transmitter[] sites = [new("a", 553_000, 1_057_000, 35, 750, 20, "n28"), new("b", 560_000, 1_051_500, 42, 2_550, 30, "n41")];
        var centres = Enumerable.Range(0, frame.Rows * frame.Columns).Select(i => frame.Centre(i / frame.Columns, i % frame.Columns)).ToArray();
        var served = RuralMacroService.Served(centres, sites, settings, least, 2, TestContext.Current.CancellationToken);
        foreach (var (site, cells) in sites.Zip(served))
        {
            var map = CoverageMap.Compute(frame, [site], settings, 1, TestContext.Current.CancellationToken);
            Assert.Equal(Enumerable.Range(0, centres.Length).Where(i => map.Probability.Cells[i] >= least), cells);
            Assert.NotEmpty(cells);
        }
    }
}
