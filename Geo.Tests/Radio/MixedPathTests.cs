using CsCheck;
using Geo.Engine.Radio;

namespace Geo.Tests.Radio;

public sealed class MixedPathTests
{
    // source: SciPy (norm.sf, brentq) on the formulas of TR 38.901; EIRP 31 dBm at 763 MHz, 38 dBm above
    [Theory]
    [InlineData(200, 0.763, 31, -105, -46.853467, 1.0)]
    [InlineData(1_000, 0.763, 31, -105, -79.620135, 0.99411417)]
    [InlineData(3_000, 0.763, 31, -105, -104.086681, 0.54323152)]
    [InlineData(2_000, 2.55, 38, -105, -99.698340, 0.72227090)]
    [InlineData(4_900, 3.75, 38, -110, -119.603181, 0.11982880)]
    public void Median_and_coverage_probability_are_met(double metres, double gigahertz, double eirp, double threshold, double signal, double probability)
    {
        var path = MixedPath.OfRuralMacro(new RuralMacroScene(gigahertz, 35, 1.5, 5, 20), metres);
        Assert.Equal(signal, eirp - path.MedianLossDb(double.NaN), 1e-5);
        Assert.Equal(probability, path.ShareWithin(eirp - threshold), 1e-7);
    }

    [Fact]
    public void The_median_is_where_half_of_the_places_are_wherever_the_search_begins()
    {
        Gen.Select(Gen.Double[0, 1], Gen.Double[60, 140], Gen.Double[0, 40], Gen.Double[-500, 500]).Sample((probability, loss, more, guess) =>
        {
            var path = new MixedPath(probability, loss, 6, loss + more, 8);
            return Math.Abs(path.ShareWithin(path.MedianLossDb(guess)) - 0.5) < 1e-5;
        });
    }

    [Fact]
    public void A_path_always_in_sight_has_the_median_of_that_state() =>
        Assert.Equal(100, new MixedPath(1, 100, 4, 130, 8).MedianLossDb(115), 1e-5);

    [Theory]
    [InlineData(-8, 0.9999999999999993)]
    [InlineData(-1, 0.8413447460685429)]
    [InlineData(0, 0.5)]
    [InlineData(1.645, 0.04998490553912138)]
    [InlineData(3, 0.001349898031630093)]
    [InlineData(6, 9.865876450376946e-10)]
    [InlineData(7.5, 3.190891672910884e-14)]
    public void The_upper_tail_is_that_of_scipy(double x, double tail)
    {
        // Loss x above the median of a state with deviation 1 is exceeded at so many places.
        Assert.Equal(tail, new MixedPath(1, x, 1, x, 1).ShareWithin(0), 1e-14 + (tail * 1e-9));
    }
}
