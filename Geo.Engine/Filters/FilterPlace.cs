using System.Globalization;

namespace Geo.Engine.Filters;

/// <summary>Where in a filter something stands: the index of a character of CQL2-Text, or a JSON pointer (RFC 6901) into CQL2-JSON.</summary>
/// <param name="Position">Index from 0 of the first character; null in JSON.</param>
/// <param name="Pointer">The pointer, empty for the whole; null in text.</param>
public readonly record struct FilterPlace(int? Position, string? Pointer)
{
    /// <summary>A place in text.</summary>
    public static FilterPlace At(int position) => new(position, null);

    /// <summary>A place in JSON.</summary>
    public static FilterPlace At(string pointer) => new(null, pointer);

    /// <summary>For people: <c>character 12</c> (from 1) or <c>/args/0</c>.</summary>
    public override string ToString() =>
        Position is { } at ? string.Create(CultureInfo.InvariantCulture, $"character {at + 1}") : Pointer is { Length: > 0 } pointer ? pointer : "/";
}
