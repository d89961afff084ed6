namespace Geo.Engine.Filters;

/// <summary>A part of a sentence in both languages.</summary>
internal readonly record struct FilterWords(string Vietnamese, string English)
{
    /// <summary>Something that is written alike in both.</summary>
    public static FilterWords Same(string text) => new(text, text);

    /// <summary>These, or those.</summary>
    public static FilterWords OneOf(IReadOnlyList<FilterWords> choices) => new(
        Join([.. choices.Select(c => c.Vietnamese)], " hoặc "),
        Join([.. choices.Select(c => c.English)], " or "));

    private static string Join(string[] words, string last) =>
        words.Length < 2 ? string.Concat(words) : string.Join(", ", words[..^1]) + last + words[^1];
}
