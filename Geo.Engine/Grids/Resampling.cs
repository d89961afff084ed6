namespace Geo.Engine.Grids;

/// <summary>Grids on another frame of the same coordinate system. Frames of two systems are refused.</summary>
public static class Resampling
{
    /// <summary>The source cell that holds the centre of each target cell; <paramref name="outside"/> where there is none.</summary>
    /// <exception cref="ArgumentException">The frames have different coordinate systems.</exception>
    public static Grid<T> Nearest<T>(Grid<T> source, GridFrame target, T outside, int threads, CancellationToken cancellation)
        where T : unmanaged => throw new NotSupportedException($"{source} {target} {outside} {threads} {cancellation}");

    /// <summary>Bilinear between the four source centres around each target centre; NaN where one that counts is NaN or missing.</summary>
    /// <exception cref="ArgumentException">The frames have different coordinate systems.</exception>
    public static Grid<float> Bilinear(Grid<float> source, GridFrame target, int threads, CancellationToken cancellation) =>
        throw new NotSupportedException($"{source} {target} {threads} {cancellation}");

    /// <summary>The mean of the source cells under each target cell, weighted by shared area; NaN cells do not count, NaN when none counts.</summary>
    /// <exception cref="ArgumentException">The frames have different coordinate systems.</exception>
    public static Grid<float> Average(Grid<float> source, GridFrame target, int threads, CancellationToken cancellation) =>
        throw new NotSupportedException($"{source} {target} {threads} {cancellation}");

    /// <summary>The class with the largest area under each target cell, the smaller class on a tie; <paramref name="nodata"/> does not count.</summary>
    /// <exception cref="ArgumentException">The frames have different coordinate systems.</exception>
    public static Grid<byte> Mode(Grid<byte> source, GridFrame target, byte nodata, int threads, CancellationToken cancellation) =>
        throw new NotSupportedException($"{source} {target} {nodata} {threads} {cancellation}");

    /// <summary>
    /// Spreads counts (people per cell) over the target cells by shared area, so that the sum over the shared area is kept: NaN counts as nothing,
    /// target cells beyond the source or under NaN only are NaN.
    /// </summary>
    /// <exception cref="ArgumentException">The frames have different coordinate systems.</exception>
    public static Grid<float> SpreadCounts(Grid<float> source, GridFrame target, int threads, CancellationToken cancellation) =>
        throw new NotSupportedException($"{source} {target} {threads} {cancellation}");
}
