namespace Geo.Engine.Grids;

/// <summary>Rids a class grid of components that are too small.</summary>
public static class Sieve
{
    /// <summary>Merges every component below the minimum into its largest neighbour.</summary>
    /// <param name="classes">Rows x columns; 0 is nodata, which neither is merged nor takes anything in.</param>
    /// <param name="rule">What is too small.</param>
    /// <param name="threads">Most threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Grid<byte> Apply(Grid<byte> classes, SieveRule rule, int threads, CancellationToken cancellation) =>
        throw new InvalidOperationException($"{classes} {rule} {threads} {cancellation}");

    /// <summary>The classes of the components that <paramref name="keep"/> accepts by their label; 0 in the others and in nodata.</summary>
    /// <param name="components">Components, for example with their areas from <see cref="ComponentLabels.Hectares"/>.</param>
    /// <param name="keep">Called once for each label 1..Count, in order.</param>
    /// <param name="threads">Most threads to use; the result does not depend on it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Grid<byte> Keep(ComponentLabels components, Func<int, bool> keep, int threads, CancellationToken cancellation) =>
        throw new InvalidOperationException($"{components} {keep} {threads} {cancellation}");
}
