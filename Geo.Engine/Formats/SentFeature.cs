using NetTopologySuite.Geometries;

namespace Geo.Engine.Formats;

/// <summary>A feature as a client sent it, in the terms of its layer.</summary>
/// <param name="Id">The member <c>id</c> as text; null when it has none.</param>
/// <param name="Geometry">In the layer's stored system and of its kind; null for none.</param>
/// <param name="Values">In the order of the layer's properties.</param>
public sealed record SentFeature(string? Id, Geometry? Geometry, IReadOnlyList<object?> Values);
