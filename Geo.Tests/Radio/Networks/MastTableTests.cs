using Geo.Engine.Radio.Antennas;
using Geo.Engine.Radio.Networks;
using Geo.Engine.Radio.Spectrum;

namespace Geo.Tests.Radio.Networks;

public sealed class MastTableTests
{
    private static readonly MastRow Good = new() { Id = "a", X = 1, Y = 2, HeightMetres = 35, Band = "n28", EirpDbm = 35 };

    [Fact]
    public void Rows_at_one_place_and_height_are_one_mast()
    {
        var sites = Sites(Good, Good with { Id = "b", Band = "n41" }, Good with { Id = "c", HeightMetres = 40 });
        Assert.Equal([2, 1], sites.Select(s => s.Sectors.Count));
        Assert.Equal(["viettel-n28", "viettel-n41"], sites[0].Sectors.Select(s => s.Carrier.Id));
        Assert.Equal(0.5, sites[0].Sectors[0].Load);
    }

    [Fact]
    public void An_operator_chooses_among_the_carriers_of_a_band() =>
        Assert.Equal("vnpt-n28", Sites(Good with { Operator = "vnpt" })[0].Sectors[0].Carrier.Id);

    [Fact]
    public void Antennas_hang_as_the_table_says()
    {
        var antenna = Sites(Good with { Antenna = "passive", BearingDegrees = 120, TiltDegrees = 2, ElectricalTiltDegrees = 4 })[0].Sectors[0].Antenna;
        Assert.Equal((120, 2), (antenna.BearingDegrees, antenna.MechanicalTiltDegrees));
        Assert.Equal(4, Assert.IsType<AntennaPattern.Passive>(antenna.Pattern).DownTiltDegrees);
        Assert.IsType<AntennaPattern.Isotropic>(Sites(Good)[0].Sectors[0].Antenna.Pattern);
    }

    public static TheoryData<string, MastRow> Faulty => new()
    {
        { "mast a: band 'n99' has no carrier; allowed: n28 (viettel)", Good with { Band = "n99" } },
        { "mast a: band 'n28' (mobifone) has no carrier", Good with { Operator = "mobifone" } },
        { "mast a: the antenna 'dish' is not known; allowed: isotropic, passive, panel", Good with { Antenna = "dish" } },
        { "mast a: the antenna 'panel' needs bearing_deg", Good with { Antenna = "panel" } },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void What_cannot_be_understood_is_named(string said, MastRow row)
    {
        var problems = new List<BilingualText>();
        Assert.Empty(MastTable.Sites([row], SpectrumTable.Bundled, problems));
        Assert.StartsWith(said, Assert.Single(problems).En, StringComparison.Ordinal);
    }

    private static IReadOnlyList<NetworkSite> Sites(params MastRow[] rows)
    {
        var problems = new List<BilingualText>();
        var sites = MastTable.Sites(rows, SpectrumTable.Bundled, problems);
        Assert.Empty(problems);
        return sites;
    }
}
