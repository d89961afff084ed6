namespace Geo.Engine.Grids;

/// <summary>How a grid is written.</summary>
public sealed record GeoTiffOptions
{
    /// <summary>
    /// The value that stands for nodata; null declares none. Float grids always declare NaN, whatever stands here.
    /// Must be a value of the cell type.
    /// </summary>
    public double? Nodata { get; init; }

    /// <summary>Most threads to compress with, at least 1. The bytes do not depend on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether smaller copies for quick display are added: averages of floats, the nearest cell of everything else.</summary>
    public bool Overviews { get; init; } = true;

    /// <summary>
    /// Whether tiles are deflated. Otherwise rows follow one another as they are in memory, without smaller copies: for working files, which are read
    /// again at once and written many times faster.
    /// </summary>
    public bool Compressed { get; init; } = true;

    /// <summary>Stops between tiles.</summary>
    public CancellationToken Cancellation { get; init; }
}
