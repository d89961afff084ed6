using Geo.Engine.Features;

namespace Geo.Engine.Formats.GeoJson;

/// <summary>Something inside one feature that is not GeoJSON. Becomes an <see cref="ImportProblem"/> where file and feature are known.</summary>
internal sealed class GeoJsonFault(string pointer, long position, BilingualText text) : Exception(text.En)
{
    /// <summary>JSON pointer (RFC 6901) from the feature.</summary>
    public string Pointer { get; } = pointer;

    /// <summary>Byte offset from the feature's first byte.</summary>
    public long Position { get; } = position;

    /// <summary>What is wrong, in both languages.</summary>
    public BilingualText Text { get; } = text;

    /// <summary>Whether it is sound GeoJSON that no layer, or not this one, can hold.</summary>
    public bool IsUnfit { get; init; }
}
