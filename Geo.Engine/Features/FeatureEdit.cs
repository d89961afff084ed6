using NetTopologySuite.Geometries;

namespace Geo.Engine.Features;

/// <summary>
/// One thing to be done to one feature of a layer. Geometries are in the layer's stored system, values in the order of its properties.
/// </summary>
public abstract record FeatureEdit
{
    private FeatureEdit()
    {
    }

    /// <summary>Adds a feature; the store gives it the next id of the layer, which was never used before.</summary>
    /// <param name="Geometry">Null for a feature without one.</param>
    /// <param name="Values">As in <see cref="Feature"/>.</param>
    public sealed record Create(Geometry? Geometry, IReadOnlyList<object?> Values) : FeatureEdit;

    /// <summary>Puts a feature in the place of the one with the same id.</summary>
    /// <param name="Feature">The feature as it shall be.</param>
    /// <param name="ExpectedFingerprint">The <see cref="FeatureFingerprint"/> the feature must still have; null to replace whatever is there.</param>
    public sealed record Replace(Feature Feature, string? ExpectedFingerprint = null) : FeatureEdit;

    /// <summary>Removes a feature.</summary>
    /// <param name="FeatureId">Its id, which no other feature will get.</param>
    /// <param name="ExpectedFingerprint">As in <see cref="Replace"/>.</param>
    public sealed record Delete(long FeatureId, string? ExpectedFingerprint = null) : FeatureEdit;
}
