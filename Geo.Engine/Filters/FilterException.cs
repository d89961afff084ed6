namespace Geo.Engine.Filters;

/// <summary>A filter cannot be read, or does not fit its layer.</summary>
/// <param name="place">Where the fault stands.</param>
/// <param name="vietnamese">What was found and what is allowed, in Vietnamese.</param>
/// <param name="english">The same in English.</param>
public sealed class FilterException(FilterPlace place, string vietnamese, string english) : Exception($"{place}: {english}")
{
    /// <summary>Where the fault stands.</summary>
    public FilterPlace Place { get; } = place;

    /// <summary>What was found and what is allowed, in Vietnamese.</summary>
    public string Vietnamese { get; } = vietnamese;

    /// <summary>The same in English.</summary>
    public string English { get; } = english;
}
