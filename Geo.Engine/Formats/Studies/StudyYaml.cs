using System.Globalization;
using System.Text;
using Geo.Engine.Suitability;

namespace Geo.Engine.Formats.Studies;

/// <summary>Writes what was read from other programs as parts of a scenario file.</summary>
public static class StudyYaml
{
    /// <summary>The keys of a criterion that a remap file speaks of.</summary>
    /// <param name="remap">What the file says.</param>
    /// <param name="ofCodes">Whether the criterion is a category.</param>
    /// <param name="source">Where the numbers come from.</param>
    /// <returns>The lines, or null when the ranges hold too many codes.</returns>
    public static IReadOnlyList<string>? Criterion(Remap remap, bool ofCodes, string source)
    {
        if ((ofCodes ? remap.OfCodes() : remap.OfAmounts()) is not { } membership)
            return null;
        var form = membership is Membership.Categories codes
            ? $"type: categories, table: {{{string.Join(", ", codes.Degrees.Select(d => $"{Text(d.Key)}: {Text(d.Value)}"))}}}"
            : $"type: steps, ranges: [{string.Join(", ", remap.Ranges.Select(r => $"[{Text(r.From)}, {Text(r.To)}, {Text(r.Degree)}]"))}]";
        return [$"membership: {{{form}}}", .. Missing(remap.Missing), $"source: {Quoted(source)}"];
    }

    /// <summary>The keys of a theme that a decision analysis speaks of.</summary>
    /// <param name="study">The analysis.</param>
    /// <param name="criteria">The criteria of the maps, in the order of the study; empty when they are not known.</param>
    /// <param name="order">The criteria in the order of the theme; as long as <paramref name="criteria"/>.</param>
    /// <param name="source">Where the numbers come from.</param>
    public static IReadOnlyList<string> Theme(McdaStudy study, IReadOnlyList<string> criteria, IReadOnlyList<string> order, string source)
    {
        var places = order.Select(id => criteria.ToList().IndexOf(id)).ToList();
        List<string> lines = ["weights:"];
        if (study.Judgements is { } rows)
        {
            lines.AddRange(["  method: ahp", "  experts:", $"    - name: {Quoted(source)}", "      matrix:"]);
            lines.AddRange((places.Count > 0 ? places : [.. Enumerable.Range(0, rows.Count)]).Select(i => $"        - [{string.Join(", ", places.Count > 0 ? places.Select(j => rows[i][j]) : rows[i])}]"));
        }
        if (study.Weights is { } weights)
            lines.AddRange(["  method: direct", $"  values: {{{string.Join(", ", places.Select(i => $"{criteria[i]}: {Text(weights[i])}"))}}}"]);
        lines.Add($"  source: {Quoted(source)}");
        if (study.IsTopsis)
            lines.Add("aggregation: {method: topsis}");
        return lines;
    }

    /// <summary>The parts of a scenario that planning units make.</summary>
    /// <param name="study">The units.</param>
    /// <param name="layerId">The layer that <see cref="MarxanLayer"/> made of them.</param>
    /// <param name="theme">The theme.</param>
    /// <param name="source">Where the numbers come from.</param>
    public static IReadOnlyList<string> Scenario(MarxanStudy study, string layerId, string theme, string source)
    {
        var (least, most) = (study.Units.Min(u => u.Cost), study.Units.Max(u => u.Cost));
        var locked = study.Units.Any(u => u.Status == MarxanStudy.LockedOut);
        static string Derived(string name, string column) => $"  {name}: {{op: nearest_feature, from: marxan_units, column: {column}}}";
        List<string> lines =
        [
            "layers:",
            $"  marxan_units: {{id: {layerId}, kind: vector}}",
            .. locked ? [$"  marxan_locked_out: {{id: {layerId}, kind: vector, where: {{status: {MarxanStudy.LockedOut}}}}}"] : (string[])[],
            "derived:",
            Derived("marxan_cost", "cost"),
            .. study.Features.Select(f => Derived($"marxan_amount_{Text(f.Id)}", $"amount_{Text(f.Id)}") + $"  # {f.Name}"),
            "themes:",
            $"  {theme}:",
            "    constraints:",
            .. Constraint("marxan-outside", "Ngoài các đơn vị quy hoạch", "Outside the planning units", "marxan_units", "require", source),
            .. locked ? Constraint("marxan-locked-out", "Đơn vị không được chọn (status 3)", "Units that must not be chosen (status 3)", "marxan_locked_out", "exclude", source) : [],
        ];
        if (least < most)
            lines.AddRange(["    criteria:", "      - id: marxan-cost", "        title: {vi: \"Chi phí của đơn vị\", en: \"Cost of the unit\"}", "        layer: marxan_cost", $"        membership: {{type: linear, worst: {Text(most)}, best: {Text(least)}}}", "        starting_value: true"]);
        return lines;
    }

    /// <summary>Lines below one another, as one text with the notes before them as comments.</summary>
    public static string Whole(IEnumerable<string> lines, IEnumerable<string> notes)
    {
        var text = new StringBuilder();
        foreach (var note in notes)
            text.Append("# ").Append(note.ReplaceLineEndings(" ")).Append('\n');
        foreach (var line in lines)
            text.Append(line).Append('\n');
        return text.ToString();
    }

    private static string[] Constraint(string id, string vi, string en, string mask, string rule, string source) =>
        [$"      - id: {id}", $"        title: {{vi: {Quoted(vi)}, en: {Quoted(en)}}}", $"        mask: {mask}", $"        rule: {rule}", $"        source: {Quoted(source)}"];

    private static string[] Missing(MissingValue? missing) => missing is { } rule ? [$"nodata: {rule.ToString().ToLowerInvariant()}"] : [];

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
