using Geo.Engine.Features;
using Geo.Engine.Stores.GeoPackage;
using Geo.Engine.Stores.PostGis;

namespace Geo.Engine.Stores;

/// <summary>Makes the store that an address names.</summary>
public static class FeatureStores
{
    /// <summary>The store, not yet opened: call <see cref="IFeatureStore.OpenAsync"/> before anything else.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="loadsAlone">Whether loads may keep others waiting; see <see cref="GeoPackageStore.LoadsAlone"/>.</param>
    public static IFeatureStore Create(StoreAddress address, bool loadsAlone = false) => address switch
    {
        StoreAddress.GeoPackageFile file => new GeoPackageStore(file.Path) { LoadsAlone = loadsAlone },
        StoreAddress.PostGisDatabase database => new PostGisStore(database.ConnectionString),
        _ => throw new ArgumentOutOfRangeException(nameof(address), address, "Unknown kind of store."),
    };
}
