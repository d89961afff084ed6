using NetTopologySuite.Geometries;

namespace Geo.Engine.Grids;

/// <summary>Traces the outlines of labelled cells.</summary>
public static class Polygoniser
{
    /// <summary>One valid Polygon or MultiPolygon, with holes, for each label that occurs, in ascending order of labels; 0 is left out.</summary>
    /// <param name="labels">Rows x columns; 0 is nodata, labels are not negative.</param>
    /// <param name="factory">Makes the geometries.</param>
    /// <param name="threads">Most threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static IReadOnlyList<LabelledPolygon> Polygonise(
        Grid<int> labels, GeometryFactory factory, int threads, CancellationToken cancellation) =>
        throw new InvalidOperationException($"{labels} {factory} {threads} {cancellation}");
}
