namespace Geo.Engine.Grids;

/// <summary>A queue of cells that gives those of low cost about first. What is searched with it is exact in any order; order only decides how often a cell is looked at again.</summary>
internal abstract class CellQueue
{
    // Rings of more buckets than this are slower than a heap.
    private const double MostBuckets = 1 << 14;

    /// <summary>The queue that suits the costs of single steps.</summary>
    /// <param name="least">The least cost of a step that is not 0.</param>
    /// <param name="most">The greatest.</param>
    public static CellQueue For(double least, double most) =>
        least > 0 && most / least < MostBuckets ? new BucketQueue(least, (int)(most / least) + 3) : new MonotoneQueue();

    /// <summary>Adds a cell.</summary>
    /// <param name="cost">Not below the last one taken by more than a bucket, at least 0.</param>
    /// <param name="cell">The cell.</param>
    public abstract void Add(double cost, int cell);

    /// <summary>Takes a cell; false when there is none left.</summary>
    public abstract bool TryTake(out double cost, out int cell);
}
