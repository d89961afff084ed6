namespace Geo.Engine.Formats.Studies;

/// <summary>Reads the lines of an ASCII remap file: <c>value : out</c> or <c>from to : out</c>, all of one form, ascending; <c>#</c> begins a comment.</summary>
internal static class RemapText
{
    private const string Nothing = "NODATA";

    private static readonly BilingualText Form = new("'giá_trị : ra' hoặc 'từ đến : ra'", "'value : out' or 'from to : out'");

    /// <summary>The assignments; faults go to the text.</summary>
    public static List<RemapRange> Read(StudyText text)
    {
        var ranges = new List<RemapRange>();
        int? form = null;
        for (var index = 0; index < text.Lines.Count && !text.IsHopeless; index++)
        {
            var line = text.Lines[index].Split('#')[0].Trim();
            if (line.Length == 0 || Range(text, index, line) is not var (range, parts))
                continue;
            if (!range.IsOfNothing && (form ??= parts) != parts)
                text.Fault(index, new("các dòng phải cùng một dạng: hoặc mọi dòng một giá trị, hoặc mọi dòng một khoảng", "all lines must have one form: each a value, or each a range"));
            if (!range.IsOfNothing && ranges.LastOrDefault(r => !r.IsOfNothing) is { } last && range.From < last.From)
                text.Fault(index, new(FormattableString.Invariant($"{range.From} đứng sau {last.From}; các dòng phải theo thứ tự tăng dần"), FormattableString.Invariant($"{range.From} comes after {last.From}; lines must ascend")));
            ranges.Add(range);
        }
        return ranges;
    }

    private static (RemapRange Range, int Parts)? Range(StudyText text, int index, string line)
    {
        var sides = line.Split(':');
        var inputs = sides[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (sides.Length != 2 || inputs.Length is not (1 or 2))
        {
            text.Fault(index, StudyText.Found(new("phép gán", "assignment"), line, Form));
            return null;
        }
        var isOfNothing = inputs is [var word] && word.Equals(Nothing, StringComparison.OrdinalIgnoreCase);
        var ends = inputs.Select(i => isOfNothing ? double.NaN : Number(text, index, i)).ToList();
        if (!Out(text, index, sides[1].Trim(), out var output) || ends.Contains(null))
            return null;
        if (ends[0] > ends[^1])
            text.Fault(index, new(FormattableString.Invariant($"khoảng bắt đầu ở {ends[0]} và kết thúc ở {ends[^1]}; đầu phải nhỏ hơn cuối"), FormattableString.Invariant($"the range starts at {ends[0]} and ends at {ends[^1]}; its start must be less")));
        return (new RemapRange(ends[0]!.Value, ends[^1]!.Value, output, index + 1), inputs.Length); // neither is null: the check above
    }

    private static double? Number(StudyText text, int index, string word)
    {
        if (StudyText.Number(word) is { } number)
            return number;
        text.Fault(index, StudyText.Found(new("giá trị vào", "input value"), word, new("một số", "a number")));
        return null;
    }

    private static bool Out(StudyText text, int index, string word, out double? output)
    {
        output = StudyText.Number(word);
        if (word.Equals(Nothing, StringComparison.OrdinalIgnoreCase) || (output is { } number && number == Math.Truncate(number)))
            return true;
        text.Fault(index, StudyText.Found(new("giá trị ra", "output value"), word, new("số nguyên hoặc NODATA", "a whole number or NODATA")));
        return false;
    }
}
