namespace Geo.Engine.Formats;

/// <summary>What a fetched file is read as.</summary>
public enum DataSourceKind
{
    /// <summary>GeoJSON.</summary>
    GeoJson,

    /// <summary>GeoPackage.</summary>
    Gpkg,

    /// <summary>Shapefile, by itself or in an archive.</summary>
    Shapefile,

    /// <summary>GeoTIFF, by itself or in an archive.</summary>
    GeoTiff,

    /// <summary>A table with coordinates.</summary>
    Csv,
}
