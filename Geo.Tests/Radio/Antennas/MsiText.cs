using System.Globalization;
using System.Text;

namespace Geo.Tests.Radio.Antennas;

/// <summary>An antenna file of Planet that looks ahead: 12 dB less for every 35 degrees aside, up to 30; so much below, 0.5 dB a degree.</summary>
internal static class MsiText
{
    public static string Looking { get; } = Text();

    private static string Text()
    {
        var text = new StringBuilder("NAME LOOKING\nFREQUENCY 2600\nGAIN 18 dBi\nTILT ELECTRICAL\nHORIZONTAL 360\n");
        for (var angle = 0; angle < 360; angle++)
            text.Append(CultureInfo.InvariantCulture, $"{angle} {Math.Min(30, 12.0 / 35 * Math.Min(angle, 360 - angle)):0.##}\n");
        text.Append("VERTICAL 360\n");
        for (var angle = 0; angle < 360; angle++)
            text.Append(CultureInfo.InvariantCulture, $"{angle} {Math.Min(30, 0.5 * Math.Min(angle, 360 - angle)):0.##}\n");
        return text.ToString();
    }
}
