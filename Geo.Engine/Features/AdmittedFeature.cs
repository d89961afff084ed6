using Geo.Engine.Geodesy;

namespace Geo.Engine.Features;

/// <summary>A feature as stores write it.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Wkb">The geometry as <see cref="CanonicalWkb"/>, empty when there is none; the next feature overwrites it.</param>
/// <param name="IsEmpty">Whether the geometry has no point.</param>
/// <param name="HasZ">Whether any position has a height.</param>
/// <param name="Extent">Box of the geometry in the layer's system; null without one.</param>
/// <param name="Row">Has the values in their stored form; the next feature overwrites it.</param>
internal readonly record struct AdmittedFeature(long Id, ReadOnlyMemory<byte> Wkb, bool IsEmpty, bool HasZ, Extent? Extent, FeatureRow Row)
{
    public bool HasGeometry => Wkb.Length > 0;

    /// <summary>The values as objects, which stay good.</summary>
    public IReadOnlyList<object?> Values => Row.Values;
}
