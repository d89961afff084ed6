using Geo.Engine.Suitability;

namespace Geo.Engine.Formats.Studies;

/// <summary>
/// Reads remap files of ArcGIS: the ASCII file of <i>Reclass by ASCII File</i>, and the table (.dbf, .csv) of <i>Reclass by Table</i>. Output values are whole numbers there
/// and become degrees between the two ends of their scale.
/// </summary>
/// <remarks>
/// Source: Esri, ArcGIS Pro tool reference, "How Reclass by ASCII File works", "Reclass by Table"; ArcPy, "RemapRange": ranges meet at their ends only, and there the higher end of the
/// lower range is inclusive. Not read: the keywords of ArcInfo Workstation (LOWEST-OUTPUT and the like).
/// </remarks>
public static class RemapFile
{
    /// <summary>Reads a file; every fault is a problem with its line, never an exception.</summary>
    /// <param name="path">The file: .dbf or .csv for a table, anything else for an ASCII remap.</param>
    /// <param name="options">What the file does not say.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async Task<RemapReading> ReadAsync(string path, RemapOptions options, CancellationToken cancellation)
    {
        var (name, problems, notes) = (Path.GetFileName(path), new List<StudyProblem>(), new List<BilingualText>());
        var ranges = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".DBF" => RemapTable.OfDbf(path, options, problems),
            ".CSV" => RemapTable.OfCsv(await StudyText.ReadAsync(path, problems, cancellation), options),
            _ => RemapText.Read(await StudyText.ReadAsync(path, problems, cancellation)),
        };
        if (problems.Count == 0 && ranges.Count == 0)
            problems.Add(new(name, null, new("không có phép gán nào; viết chẳng hạn 0 10 : 1", "there is no assignment; write for example 0 10 : 1")));
        var degrees = Judged(name, ranges, options, problems);
        return problems.Count > 0
            ? new(null, [], [.. problems.OrderBy(p => p.Line ?? 0)])
            : new(new Remap(degrees, ranges.All(r => r.From == r.To && r.From == Math.Truncate(r.From)), Missing(ranges, options, notes)), Told(ranges, notes), []);
    }

    private static List<StepRange> Judged(string name, IReadOnlyList<RemapRange> ranges, RemapOptions options, List<StudyProblem> problems)
    {
        var (low, high) = (Math.Min(options.Worst, options.Best), Math.Max(options.Worst, options.Best));
        foreach (var range in ranges.Where(r => r.Out < low || r.Out > high))
            problems.Add(new(name, range.Line, new(FormattableString.Invariant($"giá trị ra {range.Out} nằm ngoài thang {options.Worst}:{options.Best}"), FormattableString.Invariant($"the output value {range.Out} lies outside the scale {options.Worst}:{options.Best}"))));
        var ordered = ranges.Where(r => !r.IsOfNothing).OrderBy(r => r.From).ThenBy(r => r.To).ToList();
        foreach (var (lower, upper) in ordered.Zip(ordered.Skip(1)).Where(p => p.First.To > p.Second.From || (p.First.To == p.Second.From && p.Second.To == p.Second.From)))
            problems.Add(new(name, upper.Line, new(
                FormattableString.Invariant($"khoảng {upper.From} đến {upper.To} chồng lên khoảng {lower.From} đến {lower.To} ở dòng {lower.Line}; các khoảng chỉ được chạm nhau ở đầu mút"),
                FormattableString.Invariant($"the range {upper.From} to {upper.To} overlaps {lower.From} to {lower.To} in line {lower.Line}; ranges may only meet at their ends"))));
        return [.. ordered.Where(r => r.Out is not null).Select(r => new StepRange(r.From, r.To, Degree(r.Out!.Value, options)))]; // null was left out
    }

    private static double Degree(double value, RemapOptions options) => (value - options.Worst) / (options.Best - options.Worst);

    private static MissingValue? Missing(IReadOnlyList<RemapRange> ranges, RemapOptions options, List<BilingualText> notes)
    {
        if (ranges.FirstOrDefault(r => r.IsOfNothing) is not { } nothing)
            return null;
        var degree = nothing.Out is { } value ? Degree(value, options) : double.NaN;
        if (degree is not (0 or 0.5) && nothing.Out is not null)
            notes.Add(new(FormattableString.Invariant($"dòng {nothing.Line}: ô không có dữ liệu nhận mức {degree}; kịch bản chỉ có 0 (worst) và 0.5 (neutral), nên không nhập"), FormattableString.Invariant($"line {nothing.Line}: cells without a value get degree {degree}; a scenario knows 0 (worst) and 0.5 (neutral) only, so it is left out")));
        return degree switch { 0 => MissingValue.Worst, 0.5 => MissingValue.Neutral, _ => nothing.Out is null ? MissingValue.Exclude : null };
    }

    private static List<BilingualText> Told(IReadOnlyList<RemapRange> ranges, List<BilingualText> notes)
    {
        if (ranges.Any(r => r is { Out: null, IsOfNothing: false }))
            notes.Add(new("các khoảng gán NoData không được nhập: ở đó tiêu chí không có giá trị", "ranges assigned NoData are left out: there the criterion has no value"));
        notes.Add(new("giá trị ngoài mọi khoảng không có mức nào (ArcGIS giữ nguyên chúng hoặc gán NoData, tùy hộp chọn)", "values outside all ranges have no degree (ArcGIS keeps them or makes them NoData, as its box says)"));
        return notes;
    }
}
