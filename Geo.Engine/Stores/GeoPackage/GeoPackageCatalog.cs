using Geo.Engine.Features;

namespace Geo.Engine.Stores.GeoPackage;

/// <summary>What a GeoPackage holds at one moment.</summary>
internal sealed class GeoPackageCatalog(IReadOnlyList<GeoPackageTable> tables, IReadOnlyList<RefusedLayer> refused)
{
    private readonly Dictionary<string, GeoPackageTable> byId = tables.ToDictionary(t => t.Layer.Id, StringComparer.Ordinal);

    /// <summary>Layers that are served, in ordinal order of id.</summary>
    public IReadOnlyList<Layer> Layers { get; } = [.. tables.Select(t => t.Layer).OrderBy(l => l.Id, StringComparer.Ordinal)];

    /// <summary>Tables that are not.</summary>
    public IReadOnlyList<RefusedLayer> Refused { get; } = refused;

    /// <summary>The table of a layer, or null.</summary>
    public GeoPackageTable? Find(string layerId) => byId.GetValueOrDefault(layerId);
}
