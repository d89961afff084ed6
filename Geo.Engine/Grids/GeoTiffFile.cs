namespace Geo.Engine.Grids;

/// <summary>Grids as GeoTIFF: tiled, deflated, with overviews, nodata and EPSG code.</summary>
public static class GeoTiffFile
{
    /// <summary>Writes a grid of <c>float</c>, <c>byte</c>, <c>int</c> or <c>short</c>. The stream must be seekable. The same grid gives the same bytes.</summary>
    /// <exception cref="NotSupportedException">The cell type is none of the four.</exception>
    public static void Write<T>(Stream stream, Grid<T> grid, GeoTiffOptions? options = null)
        where T : unmanaged => throw new NotSupportedException($"{stream} {grid} {options}");

    /// <summary>
    /// Reads a single-band GeoTIFF with square cells in one of the engine's projected systems. Any sample type becomes <c>float</c>, with declared
    /// nodata turned into NaN; integers are read into a cell type that holds them all, nodata left as it is (see <see cref="ReadInfo"/>).
    /// The stream must be seekable.
    /// </summary>
    /// <exception cref="GeoTiffException">The file is broken or not of this kind; the message says what, what was found and what is allowed.</exception>
    /// <exception cref="NotSupportedException">The cell type is none of <c>float</c>, <c>byte</c>, <c>int</c> and <c>short</c>.</exception>
    public static Grid<T> Read<T>(Stream stream, int threads = 1, CancellationToken cancellation = default)
        where T : unmanaged => throw new NotSupportedException($"{stream} {threads} {cancellation}");

    /// <summary>What the file says of itself, without reading cells. The stream must be seekable.</summary>
    /// <exception cref="GeoTiffException">The file is broken or not of this kind.</exception>
    public static GeoTiffInfo ReadInfo(Stream stream) => throw new NotSupportedException($"{stream}");
}
