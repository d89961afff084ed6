namespace Geo.Engine.Radio.Sweeping;

/// <summary>Heights of points a fixed step apart, with the greatest of every sixteen: a search can pass over sixteen at once.</summary>
internal sealed class HeightBlocks(int capacity)
{
    /// <summary>Points in a block.</summary>
    public const int Size = 16;

    private readonly double[] _heights = new double[capacity];
    private readonly double[] _greatest = new double[(capacity / Size) + 1];

    /// <summary>Height of a point.</summary>
    public double this[int point] => _heights[point];

    /// <summary>Sets the height of the next point; the first is 1.</summary>
    public void Set(int point, double height)
    {
        _heights[point] = height;
        ref var greatest = ref _greatest[point / Size];
        greatest = point == 1 || point % Size == 0 ? height : Math.Max(greatest, height);
    }

    /// <summary>Greatest height of the block of a point, among the points that were set.</summary>
    public double GreatestAround(int point) => _greatest[point / Size];
}
