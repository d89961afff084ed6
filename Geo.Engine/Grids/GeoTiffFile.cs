namespace Geo.Engine.Grids;

/// <summary>
/// Grids as GeoTIFF: tiled, deflated, with overviews, nodata and EPSG code. Foreign files may have strips or tiles, be plain, deflated,
/// LZW or PackBits, with whole numbers of 8, 16 or 32 bits or floats of 32 or 64 bits.
/// </summary>
/// <remarks>Source: TIFF 6.0, 1992, with Adobe's technical notes; OGC GeoTIFF 1.1 (19-008r4); nodata as GDAL keeps it.</remarks>
public static class GeoTiffFile
{
    /// <summary>
    /// Writes a grid of <c>float</c>, <c>byte</c>, <c>int</c> or <c>short</c> as a whole file, from the stream's beginning on; the stream need not be
    /// seekable. The same grid gives the same bytes, whatever the number of threads.
    /// </summary>
    /// <exception cref="NotSupportedException">The cell type is none of the four.</exception>
    /// <exception cref="ArgumentException">The nodata value is none of the cell type.</exception>
    public static void Write<T>(Stream stream, Grid<T> grid, GeoTiffOptions? options = null)
        where T : unmanaged
    {
        options ??= new GeoTiffOptions();
        switch (grid)
        {
            case Grid<float> cells:
                GeoTiffWriter.Write(stream, cells, options);
                break;
            case Grid<byte> cells:
                GeoTiffWriter.Write(stream, cells, options);
                break;
            case Grid<int> cells:
                GeoTiffWriter.Write(stream, cells, options);
                break;
            case Grid<short> cells:
                GeoTiffWriter.Write(stream, cells, options);
                break;
            default:
                throw OtherType(typeof(T));
        }
    }

    /// <summary>
    /// Reads a single-band GeoTIFF with square cells in one of the engine's projected systems. Any sample type becomes <c>float</c>, with declared
    /// nodata turned into NaN; whole numbers are read into a cell type that holds them all, nodata left as it is (see <see cref="ReadInfo"/>).
    /// The stream must be seekable.
    /// </summary>
    /// <exception cref="GeoTiffException">The file is broken or not of this kind; the message says what, what was found and what is allowed.</exception>
    /// <exception cref="NotSupportedException">The cell type is none of <c>float</c>, <c>byte</c>, <c>int</c> and <c>short</c>.</exception>
    public static Grid<T> Read<T>(Stream stream, int threads = 1, CancellationToken cancellation = default)
        where T : unmanaged
    {
        var reader = new GeoTiffReader(stream);
        object grid = default(T) switch
        {
            float => reader.Read<float>(threads, cancellation),
            byte => reader.Read<byte>(threads, cancellation),
            int => reader.Read<int>(threads, cancellation),
            short => reader.Read<short>(threads, cancellation),
            _ => throw OtherType(typeof(T)),
        };
        return (Grid<T>)grid;
    }

    /// <summary>
    /// Opens a GeoTIFF of the same kind to read its rows some at a time. The stream must be seekable and stay open.
    /// </summary>
    /// <exception cref="GeoTiffException">The file is broken or not of this kind.</exception>
    /// <exception cref="NotSupportedException">The cell type is none of <c>float</c>, <c>byte</c>, <c>int</c> and <c>short</c>.</exception>
    public static GeoTiffRows<T> OpenRows<T>(Stream stream)
        where T : unmanaged
    {
        var reader = new GeoTiffReader(stream);
        object rows = default(T) switch
        {
            float => reader.Rows<float>(),
            byte => reader.Rows<byte>(),
            int => reader.Rows<int>(),
            short => reader.Rows<short>(),
            _ => throw OtherType(typeof(T)),
        };
        return (GeoTiffRows<T>)rows;
    }

    /// <summary>What the file says of itself, without reading cells. The stream must be seekable.</summary>
    /// <exception cref="GeoTiffException">The file is broken or not of this kind.</exception>
    public static GeoTiffInfo ReadInfo(Stream stream) => new GeoTiffReader(stream).Info;

    private static NotSupportedException OtherType(Type type) => new($"grids of {type.Name} are not kept; allowed are Single, Byte, Int32 and Int16");
}
