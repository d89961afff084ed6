namespace Geo.Engine.Formats.Studies;

/// <summary>Reads a command line of an r.mcda tool: which maps, with which weights.</summary>
internal static class McdaCommand
{
    private const string Prefix = "r.mcda.";

    // Options of each tool: the maps, the weights, and what says nothing that a scenario holds.
    private static readonly Dictionary<string, string[]> Tools = new(StringComparer.Ordinal)
    {
        ["r.mcda.electre"] = ["criteria", "weight", "concordance", "discordance"],
        ["r.mcda.promethee"] = ["criteria", "weight", "positiveflow", "negativeflow"],
        ["r.mcda.topsis"] = ["criteria", "weights", "preferences", "topsismap"],
    };

    /// <summary>The first line, from 0, that is a command of such a tool; null when there is none.</summary>
    public static int? Find(StudyText text)
    {
        for (var line = 0; line < text.Lines.Count; line++)
            if (text.Lines[line].TrimStart().StartsWith(Prefix, StringComparison.Ordinal))
                return line;
        return null;
    }

    /// <summary>The study of the command that begins at a line; null with the faults in the text.</summary>
    public static McdaStudy? Read(StudyText text, int line, List<BilingualText> notes)
    {
        var words = Joined(text, line).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (!Tools.TryGetValue(words[0], out var known))
        {
            text.Fault(line, StudyText.Found(new("lệnh", "command"), words[0], words[0] == "r.mcda.ahp"
                ? new("tệp so sánh cặp mà pairwise= nêu tên", "the file of comparisons that pairwise= names")
                : new(string.Join(", ", Tools.Keys), string.Join(", ", Tools.Keys))));
            return null;
        }
        var options = Options(text, line, words.Skip(1), known);
        var (criteria, weights) = (List(options, "criteria"), List(options, known[1]));
        if (criteria.Count == 0 || weights.Count != criteria.Count)
            text.Fault(line, new($"criteria= có {criteria.Count} bản đồ, {known[1]}= có {weights.Count} trọng số; cần mỗi bản đồ một trọng số", $"criteria= has {criteria.Count} maps, {known[1]}= {weights.Count} weights; each map needs one"));
        foreach (var weight in weights.Where(w => !(StudyText.Number(w) >= 0)))
            text.Fault(line, StudyText.Found(new(known[1], known[1]), weight, new("một số từ 0", "a number from 0")));
        Tell(text, line, words[0], criteria, List(options, "preferences"), notes);
        return new McdaStudy(criteria, null, [.. weights.Select(w => StudyText.Number(w) ?? 0)], words[0] == "r.mcda.topsis");
    }

    // The history of a map breaks long lines with a backslash.
    private static string Joined(StudyText text, int line)
    {
        var joined = text.Lines[line].Trim();
        while (joined.EndsWith('\\') && line + 1 < text.Lines.Count)
            joined = joined[..^1] + text.Lines[++line].Trim();
        return joined.TrimEnd('\\').Replace("\"", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Options(StudyText text, int line, IEnumerable<string> words, string[] known)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in words.Where(w => !w.StartsWith('-')))
            if (word.Split('=', 2) is not [var key, var value] || !known.Contains(key))
                text.Fault(line, StudyText.Found(new("tùy chọn", "option"), word, new(string.Join("=, ", known) + "=", string.Join("=, ", known) + "=")));
            else if (!options.TryAdd(key, value))
                text.Fault(line, new($"tùy chọn {key}= có hai lần", $"the option {key}= is given twice"));
        return options;
    }

    private static List<string> List(Dictionary<string, string> options, string key) =>
        options.TryGetValue(key, out var value) ? [.. value.Split(',').Select(v => v.Trim()).Where(v => v.Length > 0)] : [];

    private static void Tell(StudyText text, int line, string tool, List<string> criteria, List<string> preferences, List<BilingualText> notes)
    {
        if (tool == "r.mcda.electre")
            notes.Add(new("ELECTRE (các lưới hòa hợp, bất hòa hợp) không có trong kịch bản; chỉ nhập trọng số", "ELECTRE (grids of concordance and discordance) has no counterpart in a scenario; only the weights are taken"));
        if (tool == "r.mcda.promethee")
            notes.Add(new("PROMETHEE so sánh từng cặp ô; kịch bản có PROMETHEE II cho huyện và vùng (ranking:); chỉ nhập trọng số", "PROMETHEE compares cells in pairs; a scenario has PROMETHEE II for districts and zones (ranking:); only the weights are taken"));
        if (tool == "r.mcda.topsis")
            notes.Add(new("r.mcda.topsis lấy hai đầu từ dữ liệu; ở đây hai đầu cố định là 0 và 1", "r.mcda.topsis takes both ends from the data; here they are 0 and 1, fixed"));
        if (tool == "r.mcda.topsis" && preferences.Count != criteria.Count)
            text.Fault(line, new($"preferences= có {preferences.Count} từ cho {criteria.Count} bản đồ; cần mỗi bản đồ một từ", $"preferences= has {preferences.Count} words for {criteria.Count} maps; each needs one"));
        foreach (var (map, preference) in criteria.Zip(preferences))
            if (preference is "gain" or "cost")
                notes.Add(new($"{map}: {preference}; hãy nói điều này trong hàm thuộc ({(preference == "gain" ? "worst < best" : "worst > best")})", $"{map}: {preference}; say so in its membership ({(preference == "gain" ? "worst < best" : "worst > best")})"));
            else
                text.Fault(line, StudyText.Found(new("preferences", "preferences"), preference, new("gain, cost", "gain, cost")));
    }
}
