namespace Geo.Engine.Filters;

/// <summary>The sentences of faults that both encodings have.</summary>
internal static class FilterFaults
{
    /// <summary>What was found, and what is allowed there.</summary>
    public static FilterException Found(FilterPlace place, FilterWords found, FilterWords allowed) => new(
        place,
        $"Gặp {found.Vietnamese}; ở đây phải là {allowed.Vietnamese}.",
        $"Found {found.English}; here must stand {allowed.English}.");

    /// <summary>A text received, cut so that a message stays a sentence.</summary>
    public static string Shorten(string text) => text.Length <= 60 ? text : text[..(char.IsHighSurrogate(text[59]) ? 59 : 60)] + "…";
}
