using NetTopologySuite.Geometries;

namespace Geo.Engine.Geodesy;

/// <summary>Areas as they are on the ground: areas of the plane, corrected for the scale of the projection.</summary>
public static class GroundArea
{
    /// <summary>Hectares on the ellipsoid of a polygonal geometry given in <paramref name="system"/>; 0 for points and lines.</summary>
    public static double Hectares(Geometry geometry, CoordinateSystem system) => throw new InvalidOperationException($"{geometry} {system}");

    /// <summary>The point scale factor k (dimensionless) of a projected system at a position given in it; 1 for geographic ones.</summary>
    public static double ScaleFactor(CoordinateSystem system, double x, double y) => throw new InvalidOperationException($"{system} {x} {y}");

    /// <summary>Hectares on the ellipsoid of one square cell with its centre at a position of a projected system.</summary>
    public static double CellHectares(CoordinateSystem system, double x, double y, double cellSizeMetres) =>
        throw new InvalidOperationException($"{system} {x} {y} {cellSizeMetres}");

    /// <summary>
    /// Hectares on the ellipsoid of every cell of one grid row: cell i spans <paramref name="left"/> + i x size to
    /// <paramref name="left"/> + (i + 1) x size, centred on northing <paramref name="y"/>.
    /// </summary>
    public static void CellHectares(CoordinateSystem system, double left, double y, double cellSizeMetres, Span<double> row) =>
        throw new InvalidOperationException($"{system} {left} {y} {cellSizeMetres} {row.Length}");
}
