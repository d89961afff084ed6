namespace Geo.Engine.Stores;

/// <summary>A feature as the history keeps it.</summary>
/// <param name="Wkb">The geometry as <see cref="Features.CanonicalWkb"/>; null without one.</param>
/// <param name="Values">The values as a JSON object.</param>
internal sealed record HistoryState(byte[]? Wkb, string Values);
