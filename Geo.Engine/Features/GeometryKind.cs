namespace Geo.Engine.Features;

/// <summary>What a layer's geometries are, in the spelling of OGC Simple Features.</summary>
public enum GeometryKind
{
    /// <summary>Any type, also mixed.</summary>
    Geometry,

    /// <summary>Points.</summary>
    Point,

    /// <summary>Lines.</summary>
    LineString,

    /// <summary>Polygons.</summary>
    Polygon,

    /// <summary>Collections of points.</summary>
    MultiPoint,

    /// <summary>Collections of lines.</summary>
    MultiLineString,

    /// <summary>Collections of polygons.</summary>
    MultiPolygon,

    /// <summary>A table without geometry.</summary>
    None,
}
