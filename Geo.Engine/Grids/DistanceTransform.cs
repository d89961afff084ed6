namespace Geo.Engine.Grids;

/// <summary>Exact Euclidean distance to the nearest source cell.</summary>
public static class DistanceTransform
{
    /// <summary>Metres from each cell centre to the centre of the nearest source cell; 0 in sources, NaN everywhere when there is none.</summary>
    /// <param name="sources">Rows x columns; any value but 0 is a source.</param>
    /// <param name="threads">Most threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Grid<float> Euclidean(Grid<byte> sources, int threads, CancellationToken cancellation) =>
        throw new InvalidOperationException($"{sources} {threads} {cancellation}");

    /// <summary>Row-major index of the nearest source cell; among equally near ones the lowest; -1 everywhere when there is none.</summary>
    /// <param name="sources">Rows x columns; any value but 0 is a source.</param>
    /// <param name="threads">Most threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Grid<int> NearestSource(Grid<byte> sources, int threads, CancellationToken cancellation) =>
        throw new InvalidOperationException($"{sources} {threads} {cancellation}");
}
