namespace Geo.Engine.Formats.GeoJson;

/// <summary>Something inside one feature that is not GeoJSON. Becomes an <see cref="ImportProblem"/> where file and feature are known.</summary>
internal sealed class GeoJsonFault(string pointer, long position, string message) : Exception(message)
{
    /// <summary>JSON pointer (RFC 6901) from the feature.</summary>
    public string Pointer { get; } = pointer;

    /// <summary>Byte offset from the feature's first byte.</summary>
    public long Position { get; } = position;
}
