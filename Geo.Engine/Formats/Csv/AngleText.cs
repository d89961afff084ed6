using System.Globalization;
using System.Text.RegularExpressions;

namespace Geo.Engine.Formats.Csv;

/// <summary>Reads degrees, minutes and seconds (<c>105°58'12"E</c>, <c>9 36 00 B</c>), hemispheres in English or Vietnamese (B, N, Đ, T).</summary>
internal static partial class AngleText
{
    /// <summary>Decimal degrees; null when the text is no angle. A plain number is not one either.</summary>
    /// <param name="text">The field.</param>
    /// <param name="isLatitude">Which hemispheres may stand behind it. N is north (Viet Nam has no south latitude), B north, Đ east, T west.</param>
    public static double? Find(string text, bool isLatitude)
    {
        var match = Pattern().Match(text.Trim());
        if (!match.Success)
            return null;
        var (degrees, minutes, seconds) = (Part(match, "d"), Part(match, "m"), Part(match, "s"));
        if (minutes >= 60 || seconds >= 60)
            return null;
        var hemisphere = match.Groups["h"].Value.ToUpperInvariant();
        if (hemisphere.Length > 0 && isLatitude != (hemisphere is "N" or "S" or "B"))
            return null;
        var value = degrees + minutes / 60 + seconds / 3600;
        return hemisphere is "S" or "W" or "T" || match.Groups["n"].Value == "-" ? -value : value;
    }

    // There are no groups of thousands in an angle, so a comma is a decimal comma.
    private static double Part(Match match, string name) => match.Groups[name].Success
        ? double.Parse(match.Groups[name].Value.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture)
        : 0;

    [GeneratedRegex(
        """^(?<n>-?)(?<d>\d{1,3}([.,]\d+)?)\s*(°|º|d|độ|\s)\s*((?<m>\d{1,2}([.,]\d+)?)\s*('|′|’|m|phút|\s)?\s*((?<s>\d{1,2}([.,]\d+)?)\s*("|″|”|''|s|giây)?)?)?\s*(?<h>[NSEWBĐTnsewbđt])?$""",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
