namespace Geo.Engine.Features;

/// <summary>What an edit left behind.</summary>
/// <param name="Id">The feature's id; for a new feature the one it was given.</param>
/// <param name="Fingerprint">Its <see cref="FeatureFingerprint"/> from now on; null for a feature that was removed.</param>
public sealed record EditedFeature(long Id, string? Fingerprint);
