using NetTopologySuite.Geometries;

namespace Geo.Engine.Geodesy;

/// <summary>Lengths as they are on the ground: geodesics on the ellipsoid.</summary>
public static class GroundLength
{
    /// <summary>Metres along the lines of a geometry given in <paramref name="system"/> (the rings of a polygon; 0 for points).</summary>
    public static double Metres(Geometry geometry, CoordinateSystem system) => throw new InvalidOperationException($"{geometry} {system}");

    /// <summary>Metres of the geodesic between two positions of WGS 84 or VN-2000 (both use the same ellipsoid), degrees.</summary>
    public static double Metres(double longitude1, double latitude1, double longitude2, double latitude2) =>
        throw new InvalidOperationException($"{longitude1} {latitude1} {longitude2} {latitude2}");
}
