using Geo.Engine.Geodesy;

namespace Geo.Engine.Features;

/// <summary>A layer as it stands in a store.</summary>
/// <param name="Definition">Its description.</param>
/// <param name="Revision">Grows by every change of this layer; part of entity tags and cache keys. 1 at first.</param>
/// <param name="FeatureCount">Number of features.</param>
/// <param name="Extent">Longitude and latitude (WGS 84) of all geometries, never rounded inwards; null when there are none.</param>
public sealed record Layer(LayerDefinition Definition, long Revision, long FeatureCount, Extent? Extent)
{
    /// <summary>Identifier in URLs and scenarios.</summary>
    public string Id => Definition.Id;

    /// <summary>Why this store cannot edit its features; null when it can.</summary>
    public BilingualText? ReadOnlyReason { get; init; }

    /// <summary>The revision at which all its features were last replaced at once; edits since then have counted on from it.</summary>
    internal long LoadedRevision { get; init; } = Revision;
}
