using System.Globalization;
using System.Numerics;
using CsCheck;
using Geo.Engine.Radio.Antennas;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Radio.Antennas;

public sealed class AntennaPatternTests
{
    public static TheoryData<string> PublishedPeaks =>
        [.. File.ReadLines(Repository.Shared("reference", "radio", "antenna", "array_boresight_gain.csv")).Skip(1)];

    [Theory]
    [MemberData(nameof(PublishedPeaks))]
    public void A_panel_has_the_published_gain_where_it_looks(string row)
    {
        var values = row.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray();
        var panel = new ElementPanel((int)values[0], (int)values[1]);
        var antenna = new MountedAntenna(new AntennaPattern.Beam(panel, 0, 0), values[2], values[3]);
        Assert.Equal(values[6], antenna.GainDbi(values[4], 90 - values[5]), 0.001);
    }

    // TR 38.901, table 7.3-1, by hand: 12 (10/65)^2 = 0.284 and 12 (30/65)^2 = 2.556
    [Theory]
    [InlineData(90, 0, 8)]
    [InlineData(100, 0, 7.71598)]
    [InlineData(90, 30, 5.44379)]
    [InlineData(100, -30, 5.15976)]
    [InlineData(90, 180, -22)]
    [InlineData(0, 0, -15.00592)]
    public void An_element_follows_the_table(double theta, double phi, double gain) =>
        Assert.Equal(gain, new AntennaPattern.Element().GainDbi(theta, phi), 1e-5);

    // TR 36.814, table A.2.1.1-2, by hand: 12 (35/70)^2 = 3, 12 (5/10)^2 = 3
    [Theory]
    [InlineData(96, 0, 15)]
    [InlineData(96, 35, 12)]
    [InlineData(91, 0, 12)]
    [InlineData(91, -35, 9)]
    [InlineData(60, 0, -5)]
    [InlineData(60, 180, -10)]
    public void A_passive_sector_loses_three_decibels_at_half_its_widths(double theta, double phi, double gain) =>
        Assert.Equal(gain, new AntennaPattern.Passive(new PassiveSector(), 6).GainDbi(theta, phi), 1e-9);

    [Fact]
    public void A_panel_is_the_sum_of_its_phasors() => Gen.Select(
        Gen.Int[1, 12], Gen.Int[1, 8], Gen.Double[0, 180], Gen.Double[-180, 180], Gen.Double[-20, 20]).Sample((rows, columns, theta, phi, angle) =>
        {
            const double Spacing = 0.7;
            var (tilt, scan) = (angle, -2 * angle);
            var sum = Complex.Zero;
            for (var n = 0; n < rows; n++)
                for (var m = 0; m < columns; m++)
                {
                    var place = (n * Spacing * Cos(theta)) + (m * 0.5 * Sin(theta) * Sin(phi));
                    var weight = (n * Spacing * Sin(tilt)) - (m * 0.5 * Cos(tilt) * Sin(scan));
                    sum += Complex.FromPolarCoordinates(1 / Math.Sqrt(rows * columns), 2 * Math.PI * (place + weight));
                }
            var power = sum.Magnitude * sum.Magnitude;
            if (power > 1e-4)
                Assert.Equal(10 * Math.Log10(power), new ElementPanel(rows, columns, Spacing).ArrayGainDb(theta, phi, tilt, scan), 1e-6);
        });

    [Fact]
    public void Electrical_tilt_lowers_the_beam_all_round_and_mechanical_tilt_lifts_it_behind()
    {
        var sector = new PassiveSector { FrontToBackDb = 100, HorizontalWidthDegrees = 1_000 };
        var electrical = new MountedAntenna(new AntennaPattern.Passive(sector, 6));
        var mechanical = new MountedAntenna(new AntennaPattern.Passive(sector, 0), 0, 6);
        Assert.Equal(electrical.GainDbi(0, -6), mechanical.GainDbi(0, -6), 1e-9);
        Assert.True(electrical.GainDbi(180, -6) > electrical.GainDbi(180, 6));
        Assert.True(mechanical.GainDbi(180, 6) > mechanical.GainDbi(180, -6));
    }

    [Fact]
    public void A_bearing_turns_the_antenna_clockwise_and_a_scan_does_so_too()
    {
        var east = new MountedAntenna(new AntennaPattern.Element(), 90);
        Assert.Equal(8, east.GainDbi(90, 0), 1e-9);
        Assert.Equal(-22, east.GainDbi(270, 0), 1e-9);
        var right = new MountedAntenna(new AntennaPattern.Beam(new ElementPanel(1, 8), 0, 20));
        Assert.True(right.GainDbi(20, 0) > right.GainDbi(-20, 0) + 10);
    }

    [Fact]
    public void Straight_up_and_down_have_a_gain_too()
    {
        var antenna = new MountedAntenna(new AntennaPattern.Beam(new ElementPanel(8, 8), 3, 10), 123, 4);
        Assert.True(double.IsFinite(antenna.GainDbi(0, 90)));
        Assert.True(double.IsFinite(antenna.GainDbi(0, -90)));
    }

    private static double Sin(double degrees) => Math.Sin(degrees * Math.PI / 180);

    private static double Cos(double degrees) => Math.Cos(degrees * Math.PI / 180);
}
