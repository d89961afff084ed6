using System.Globalization;
using System.Text;
using Geo.Engine.Radio.Antennas;

namespace Geo.Tests.Radio.Antennas;

public sealed class MsiFileTests
{
    [Fact]
    public void A_pattern_is_read_with_its_gain_over_an_isotropic_antenna()
    {
        var parse = MsiFile.Read(Text(gain: "15.85 dBd"));
        Assert.Empty(parse.Problems);
        Assert.Equal("TRY-65", parse.Name);
        Assert.Equal(18, parse.Cuts!.PeakDbi, 0.001);
        Assert.Equal(17.5, MsiFile.Read(Text(gain: "17.5 dBi")).Cuts!.PeakDbi, 0.001);
    }

    [Fact]
    public void The_vertical_cut_counts_downwards_over_the_full_sphere()
    {
        var antenna = new MountedAntenna(new AntennaPattern.Measured(MsiFile.Read(Text(gain: "18 dBi")).Cuts!));
        Assert.Equal(18 - 2.0, antenna.GainDbi(0, -20), 0.001);     // 20 degrees below: 0.1 dB a degree
        Assert.Equal(18 - 8.0, antenna.GainDbi(0, 40), 0.001);      // 40 above, which is 320: 0.2 dB a degree
        Assert.Equal(18 - 2.25, antenna.GainDbi(0, -22.5), 0.001);  // between two lines
        Assert.Equal(18 - 9.0, antenna.GainDbi(180, 0), 0.001);     // behind on the level: the horizontal cut, 0.05 dB a degree
    }

    public static TheoryData<string, string> Faulty => new()
    {
        { Text(gain: "18"), "GAIN is '18'" },
        { Text(gain: "18 dB"), "they differ by 2.15 dB" },
        { Text().Replace("GAIN", "GAINS", StringComparison.Ordinal), "the line GAIN is missing" },
        { Text()[..Text().IndexOf("VERTICAL", StringComparison.Ordinal)], "half a pattern: the section VERTICAL is missing" },
        { Text().Replace("\n359 ", "\n358 ", StringComparison.Ordinal), "the angle 358 stands twice" },
        { Text().Replace("\n200 ", "\n-160 ", StringComparison.Ordinal), "a whole angle from 0 to 359" },
        { Text().Replace("\n7 0.35", "", StringComparison.Ordinal), "HORIZONTAL: 1 of 360 angles are missing, the first is 7" },
        { Text().Replace("\n7 0.35", "\n7 NaN", StringComparison.Ordinal), "an attenuation from 0 to 100 dB" },
        { "", "half a pattern: the section HORIZONTAL is missing" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_faulty_file_gives_no_pattern_and_says_what_is_wrong(string text, string said)
    {
        var parse = MsiFile.Read(text);
        Assert.Null(parse.Cuts);
        Assert.Contains(parse.Problems, p => p.En.Contains(said, StringComparison.Ordinal));
        Assert.All(parse.Problems, p => Assert.NotEqual(p.En, p.Vi));
    }

    // Around: 0.05 dB for each degree from straight ahead. Below: 0.1 dB a degree, above: 0.2, behind as around.
    private static string Text(string gain = "18 dBi")
    {
        var text = new StringBuilder("NAME TRY-65\nFREQUENCY 2600\nGAIN ").Append(gain).Append("\nTILT ELECTRICAL\nHORIZONTAL 360\n");
        for (var angle = 0; angle < 360; angle++)
            text.Append(CultureInfo.InvariantCulture, $"{angle} {0.05 * Math.Min(angle, 360 - angle):0.##}\n");
        text.Append("VERTICAL 360\n");
        for (var angle = 0; angle < 360; angle++)
            text.Append(CultureInfo.InvariantCulture, $"{angle} {(angle <= 180 ? 0.1 * angle : 0.2 * (360 - angle)):0.##}\n");
        return text.ToString();
    }
}
