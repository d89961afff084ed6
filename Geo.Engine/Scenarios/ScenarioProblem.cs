namespace Geo.Engine.Scenarios;

/// <summary>Something wrong with a scenario.</summary>
/// <param name="Path">Where: a path of keys and indices, for example <c>themes.aquaculture.criteria[2].membership.points</c>; empty for the whole file.</param>
/// <param name="Message">What was found and what is allowed.</param>
/// <param name="Hint">What to do about it; null when the message says it all.</param>
/// <param name="IsWarning">True when the scenario can still be run.</param>
/// <param name="Source">The file, when the fault was found while reading it; else null.</param>
/// <param name="Line">Line in the file, from 1; null when the fault is not in the writing.</param>
public sealed record ScenarioProblem(
    string Path, BilingualText Message, BilingualText? Hint = null, bool IsWarning = false, string? Source = null, int? Line = null)
{
    /// <summary>One line for people: where, what, what to do.</summary>
    public BilingualText Text => new(Sentence("vi"), Sentence("en"));

    /// <summary>The same in English, for programs and logs.</summary>
    public override string ToString() => Text.En;

    private string Sentence(string language)
    {
        var (warning, line) = language == "vi" ? ("cảnh báo: ", "dòng") : ("warning: ", "line");
        var place = string.Join(": ", new[] { Source is null ? null : $"{Source}, {line} {Line}", Path }.Where(p => !string.IsNullOrEmpty(p)));
        return $"{(IsWarning ? warning : "")}{place}{(place.Length > 0 ? ": " : "")}{Message.For(language)}{(Hint is null ? "" : $" ({Hint.For(language)})")}";
    }
}
