using Geo.Engine.Radio;
using Geo.Engine.Radio.Spectrum;
using Geo.Engine.Yaml;
using Geo.Tests.Fixtures;

namespace Geo.Tests.Radio;

public sealed class SpectrumTests
{
    [Fact]
    public void The_bundled_masts_send_on_the_middle_of_the_first_carrier_of_their_band()
    {
        using var masts = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Data, "layers", "masts.geojson")));
        foreach (var mast in masts.RootElement.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("properties")))
            Assert.Equal(SpectrumTable.Bundled.Find(mast.GetProperty("band").GetString()!, null)!.CentreMegahertz, mast.GetProperty("frequency_mhz").GetDouble());
    }

    private static string Bundled => File.ReadAllText(Path.Combine(Repository.Data, "spectrum.yaml"));

    [Fact]
    public void The_bundled_table_holds_the_bands_and_who_may_use_them()
    {
        var table = SpectrumTable.Bundled;
        Assert.Equal(["n28", "n41", "n77", "n78"], table.Bands.Select(b => b.Id));
        Assert.Equal(273, table.Find("n41", null)!.ResourceBlocks);
        Assert.Equal(52, table.Find("n28", "vnpt")!.ResourceBlocks);
        Assert.Null(table.Find("n28", "mobifone"));
        Assert.Equal(["n77"], table.Licences.Single(l => l.Block == "C3").Bands);
        Assert.Null(table.Licences.Single(l => l.Block == "B3-B3'").Operator);
    }

    [Theory]
    [InlineData("bands: [n77], downlink_mhz: [3800, 3900]", "bands: [n78], downlink_mhz: [3800, 3900]", "3800-3900 MHz lies outside n78 (3300-3800 MHz)")]
    [InlineData("id: vnpt-n28, operator: vnpt", "id: vnpt-n28, operator: mobifone", "'mobifone' has no licence for 758-768 MHz in n28")]
    [InlineData("id: vnpt-n28", "id: viettel-n28", "the carrier 'viettel-n28' stands 2 times")]
    [InlineData("downlink_mhz: [2500, 2600], spacing_khz", "downlink_mhz: [2500, 2533], spacing_khz", "there is no carrier of 33 MHz at 30 kHz")]
    [InlineData("operator: mobifone, bands", "operator: mobiphone, bands", "'mobiphone' is not among operators")]
    [InlineData("downlink_share: 0.75", "downlink_share: -0.75", "-0.75")]
    [InlineData("bands: [n41]", "bands: [n40]", "the band 'n40' is not among bands")]
    public void A_faulty_table_is_refused(string from, string to, string said)
    {
        var problems = new List<YamlProblem>();
        Assert.Null(SpectrumTable.Parse(Bundled.Replace(from, to, StringComparison.Ordinal), problems));
        Assert.Contains(problems, p => p.Message.En.Contains(said, StringComparison.Ordinal));
    }

    // 3GPP TS 38.101-1, table 5.3.2-1
    [Theory]
    [InlineData(30, 100, 273)]
    [InlineData(30, 80, 217)]
    [InlineData(30, 60, 162)]
    [InlineData(15, 10, 52)]
    [InlineData(15, 20, 106)]
    public void A_carrier_has_the_resource_blocks_of_the_standard(int spacing, int width, int blocks) =>
        Assert.Equal(blocks, TransmissionBandwidth.ResourceBlocks(spacing, width));

    // A lone user with 0.6 of Shannon's bound: 30 Mbit/s on 100 MHz with 0.75 downlink needs 0.41 bit/s/Hz, on 9.36 MHz 3.2.
    [Theory]
    [InlineData("n41", -2.2)]
    [InlineData("n28", 15.9)]
    public void The_standard_needs_a_ratio_that_depends_on_the_carrier(string band, double needed)
    {
        var carrier = SpectrumTable.Bundled.Find(band, null)!;
        Assert.Equal(needed, ServiceStandard.Qcvn126.NeededSinrDb(carrier), 0.1);
        Assert.Equal(30, ServiceStandard.DownlinkMegabitsOf(carrier, ServiceStandard.Qcvn126.NeededSinrDb(carrier)), 1e-9);
    }

    // 5.98 and 2.93 bit/s/Hz are the greatest efficiencies that go with these constants
    [Fact]
    public void The_rate_ends_at_both_ends_of_the_ratio()
    {
        Assert.Equal(5.98, TruncatedShannon.Downlink.BitsPerHertz(30), 0.005);
        Assert.Equal(5.98, TruncatedShannon.Downlink.BitsPerHertz(60), 0.005);
        Assert.Equal(2.93, TruncatedShannon.Uplink.BitsPerHertz(22), 0.005);
        Assert.Equal(0, TruncatedShannon.Downlink.BitsPerHertz(-10.01));
        Assert.Equal(0, TruncatedShannon.Downlink.BitsPerHertz(double.NaN));
        Assert.True(TruncatedShannon.Downlink.BitsPerHertz(-10) > 0);
        Assert.Equal(double.PositiveInfinity, TruncatedShannon.Downlink.SinrDbFor(6));
    }
}
