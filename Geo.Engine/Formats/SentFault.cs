using Geo.Engine.Features;

namespace Geo.Engine.Formats;

/// <summary>Why features that a client sent cannot be taken.</summary>
/// <param name="Pointer">Where: a JSON pointer (RFC 6901); empty for the whole.</param>
/// <param name="Position">Byte offset in what was sent.</param>
/// <param name="Problem">What was found and what is allowed.</param>
/// <param name="IsUnfit">True for sound GeoJSON that the layer cannot hold, such as a line in a layer of points; false where it is not GeoJSON or not of the layer's schema.</param>
public sealed record SentFault(string Pointer, long Position, BilingualText Problem, bool IsUnfit);
