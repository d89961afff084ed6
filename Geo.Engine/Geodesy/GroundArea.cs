using NetTopologySuite.Geometries;

namespace Geo.Engine.Geodesy;

/// <summary>Areas as they are on the ground: areas of the plane, corrected for the scale of the projection.</summary>
public static class GroundArea
{
    /// <summary>Hectares on the ellipsoid of a polygonal geometry given in <paramref name="system"/>; 0 for points and lines.</summary>
    public static double Hectares(Geometry geometry, CoordinateSystem system) => throw new InvalidOperationException($"{geometry} {system}");

    /// <summary>The point scale factor k (dimensionless) of a projected system at a position given in it; 1 for geographic ones.</summary>
    public static double ScaleFactor(CoordinateSystem system, double x, double y) => throw new InvalidOperationException($"{system} {x} {y}");
}
