using Geo.Engine.Radio.Antennas;
using Geo.Engine.Radio.Networks;
using Geo.Engine.Radio.Spectrum;
using Geo.Tests.Radio.Antennas;

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

    [Fact]
    public void An_antenna_file_of_the_store_is_called_by_its_name_and_its_faults_are_told()
    {
        StoredAntenna[] antennas = [new("looking-0T", "", MsiFile.Read(MsiText.Looking)), new("half", "", MsiFile.Read(MsiText.Looking[..MsiText.Looking.IndexOf("VERTICAL", StringComparison.Ordinal)]))];
        var row = Good with { Antenna = "looking-0T", BearingDegrees = 90 };
        var problems = new List<BilingualText>();
        var antenna = MastTable.Sites([row], SpectrumTable.Bundled, antennas, problems)[0].Sectors[0].Antenna;
        Assert.Empty(problems);
        Assert.Equal((18.0, 6.0), (antenna.GainDbi(90, 0), Math.Round(antenna.GainDbi(125, 0), 2)));
        foreach (var (faulty, said) in new[]
        {
            (row with { ElectricalTiltDegrees = 3 }, "mast a: the measured pattern 'looking-0T' holds its electrical tilt"),
            (row with { BearingDegrees = double.NaN }, "mast a: the antenna 'looking-0T' needs bearing_deg"),
            (row with { Antenna = "half" }, "mast a: the antenna 'half': half a pattern: the section VERTICAL is missing"),
            (row with { Antenna = "nowhere" }, "mast a: the antenna 'nowhere' is not known; allowed: isotropic, passive, panel, or the name of an MSI file in the store"),
        })
        {
            var faults = new List<BilingualText>();
            Assert.Empty(MastTable.Sites([faulty], SpectrumTable.Bundled, antennas, faults));
            Assert.StartsWith(said, Assert.Single(faults).En, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Faulty))]
    public void What_cannot_be_understood_is_named(string said, MastRow row)
    {
        var problems = new List<BilingualText>();
        Assert.Empty(MastTable.Sites([row], SpectrumTable.Bundled, [], problems));
        Assert.StartsWith(said, Assert.Single(problems).En, StringComparison.Ordinal);
    }

    private static IReadOnlyList<NetworkSite> Sites(params MastRow[] rows)
    {
        var problems = new List<BilingualText>();
        var sites = MastTable.Sites(rows, SpectrumTable.Bundled, [], problems);
        Assert.Empty(problems);
        return sites;
    }
}
