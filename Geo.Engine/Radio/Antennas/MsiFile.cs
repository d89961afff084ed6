using System.Globalization;

namespace Geo.Engine.Radio.Antennas;

/// <summary>
/// Reads antenna files of Planet (MSI): lines of a word and its value, then <c>HORIZONTAL 360</c> and <c>VERTICAL 360</c>, each with a line
/// "angle attenuation" for every whole degree. Angles of the vertical cut count downwards. Nothing is filled in: half a pattern is a problem, and so
/// is a gain that does not say whether it is dBi or dBd.
/// </summary>
public static class MsiFile
{
    /// <summary>Longest text read, characters.</summary>
    public const int MaxLength = 1 << 18;

    private const double DipoleDbi = 2.15;
    private static readonly char[] Blanks = [' ', '\t'];

    /// <summary>Reads a file; its pattern, or everything wrong with it.</summary>
    public static MsiParse Read(string text)
    {
        if (text.Length > MaxLength)
            return new("", null, [new($"tệp dài {text.Length} ký tự; tối đa {MaxLength}", $"the file has {text.Length} characters; at most {MaxLength} are read")]);
        var problems = new List<BilingualText>();
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).ToList();
        var gain = Gain(Header(lines, "GAIN"), problems);
        var horizontal = Cut(lines, "HORIZONTAL", problems);
        var vertical = Cut(lines, "VERTICAL", problems);
        var name = Header(lines, "NAME") ?? "";
        return gain is null || horizontal is null || vertical is null || problems.Count > 0
            ? new(name, null, problems)
            : new(name, new PatternCuts(gain.Value, horizontal, vertical), []);
    }

    private static string? Header(List<string> lines, string word) =>
        lines.FirstOrDefault(l => Starts(l, word)) is { } line ? line[word.Length..].Trim() : null;

    private static bool Starts(string line, string word) =>
        line.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (line.Length == word.Length || Blanks.Contains(line[word.Length]));

    private static double? Gain(string? text, List<BilingualText> problems)
    {
        if (text is null)
        {
            problems.Add(new("thiếu dòng GAIN", "the line GAIN is missing"));
            return null;
        }
        var words = text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        var isNumber = Number(words.FirstOrDefault(), out var value);
        var unit = words.Length == 2 ? words[1].ToUpperInvariant() : "";
        if (isNumber && unit is "DBI" or "DBD" && Math.Abs(value) <= 60)
            return unit == "DBI" ? value : value + DipoleDbi;
        problems.Add(new(
            $"GAIN là '{text}'; cần một số từ -60 đến 60 và đơn vị dBi hoặc dBd (khác nhau 2,15 dB)", $"GAIN is '{text}'; a number from -60 to 60 with its unit, dBi or dBd, is needed (they differ by 2.15 dB)"));
        return null;
    }

    private static double[]? Cut(List<string> lines, string word, List<BilingualText> problems)
    {
        var start = lines.FindIndex(l => Starts(l, word));
        if (start < 0)
        {
            problems.Add(new($"chỉ có nửa giản đồ: thiếu phần {word}", $"half a pattern: the section {word} is missing"));
            return null;
        }
        var values = Enumerable.Repeat(double.NaN, PatternCuts.Degrees).ToArray();
        var faults = problems.Count;
        for (var i = start + 1; i < lines.Count && (lines[i].Length == 0 || !char.IsLetter(lines[i][0])); i++)
            if (lines[i].Length > 0)
                Take(values, lines[i], $"{word}, {i + 1}", problems);
        if (values.Count(double.IsNaN) is > 0 and var missing)
            problems.Add(new(
                $"{word}: thiếu {missing} trong 360 góc, đầu tiên là {Array.FindIndex(values, double.IsNaN)}", $"{word}: {missing} of 360 angles are missing, the first is {Array.FindIndex(values, double.IsNaN)}"));
        return problems.Count == faults ? values : null;
    }

    private static void Take(double[] values, string line, string place, List<BilingualText> problems)
    {
        var words = line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        var isPair = words.Length == 2 & Number(words.FirstOrDefault(), out var angle) & Number(words.LastOrDefault(), out var loss);
        if (!isPair || angle is < 0 or >= PatternCuts.Degrees || angle != Math.Floor(angle) || loss is < 0 or > 100)
            problems.Add(new(
                $"{place}: '{line}'; cần góc nguyên từ 0 đến 359 và suy hao từ 0 đến 100 dB", $"{place}: '{line}'; a whole angle from 0 to 359 and an attenuation from 0 to 100 dB are needed"));
        else if (!double.IsNaN(values[(int)angle]))
            problems.Add(new($"{place}: góc {(int)angle} xuất hiện hai lần", $"{place}: the angle {(int)angle} stands twice"));
        else
            values[(int)angle] = loss;
    }

    private static bool Number(string? word, out double value) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
