namespace Geo.Engine.Grids;

/// <summary>Groups neighbouring cells of the same class.</summary>
public static class ConnectedComponents
{
    /// <summary>Labels the components of every class but 0, which is nodata.</summary>
    /// <param name="classes">Rows x columns; 0 is nodata.</param>
    /// <param name="connectivity">Which neighbours belong together.</param>
    /// <param name="threads">Most threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ComponentLabels Label(Grid<byte> classes, Connectivity connectivity, int threads, CancellationToken cancellation) =>
        throw new InvalidOperationException($"{classes} {connectivity} {threads} {cancellation}");
}
