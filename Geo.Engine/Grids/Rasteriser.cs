using NetTopologySuite.Geometries;

namespace Geo.Engine.Grids;

/// <summary>Lays points, lines and polygons on a grid.</summary>
public static class Rasteriser
{
    /// <summary>Writes <paramref name="value"/> into every cell that <paramref name="geometry"/> claims; other cells stay as they are.</summary>
    /// <typeparam name="T">The cell type.</typeparam>
    /// <param name="target">The grid, rows x columns.</param>
    /// <param name="geometry">Any geometry in the frame's coordinate system; what lies outside the frame is ignored.</param>
    /// <param name="value">What to write.</param>
    /// <param name="rule">Which cells are claimed.</param>
    public static void Burn<T>(Grid<T> target, Geometry geometry, T value, CellRule rule)
        where T : unmanaged =>
        throw new InvalidOperationException($"{target} {geometry} {value} {rule}");
}
