using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Geo.Engine.Grids;

/// <summary>
/// The writing half of <see cref="GeoTiffFile"/>: header, directories, then the tiles from the smallest copy to the full grid, the order of a
/// cloud-optimised GeoTIFF.
/// </summary>
internal static class GeoTiffWriter
{
    private const int HeaderSize = 8;
    private const long PlainStripBytes = 1 << 20;

    /// <summary>Writes the file at the stream's position, which must be its beginning.</summary>
    public static void Write<T>(Stream stream, Grid<T> grid, GeoTiffOptions options)
        where T : unmanaged, INumber<T>
    {
        var nodata = NodataOf<T>(options);
        if (!options.Compressed)
        {
            WritePlain(stream, grid, nodata, options.Cancellation);
            return;
        }

        var padding = nodata is { } value ? T.CreateChecked(value) : T.Zero;
        var levels = GridOverview.Pyramid(grid, options.Overviews);
        var tiles = levels.ConvertAll(level => TiffLevel.Pack(level, padding, options));
        var tags = levels.ConvertAll(level => TagsOf(level, level != grid, nodata));
        tags.ForEach(AddTiling<T>);
        for (var i = 0; i < levels.Count; i++)
            AddTilePlaces(tags[i], new uint[tiles[i].Length], tiles[i]); // room for the offsets, which depend on the size of all tags
        var directories = OffsetsOf(tags.ConvertAll(t => t.Size), HeaderSize);
        PlaceTiles(tags, tiles, directories[^1]);
        WriteAll(stream, tags, tiles, directories);
    }

    private static void WritePlain<T>(Stream stream, Grid<T> grid, double? nodata, CancellationToken cancellation)
        where T : unmanaged, INumber<T>
    {
        var rowBytes = (long)grid.Frame.Columns * TiffSample.Of(typeof(T)).Bytes;
        var stripRows = (int)Math.Clamp(PlainStripBytes / rowBytes, 1, grid.Frame.Rows);
        var tags = TagsOf(grid, isCopy: false, nodata);
        tags.Shorts(TiffTag.Compression, (int)TiffCompression.None);
        tags.Longs(TiffTag.RowsPerStrip, (uint)stripRows);
        AddStripPlaces(tags, stripRows * rowBytes, grid.Frame.Rows * rowBytes, at: 0); // room for the offsets
        AddStripPlaces(tags, stripRows * rowBytes, grid.Frame.Rows * rowBytes, at: HeaderSize + tags.Size);
        WriteHeader(stream);
        stream.Write(tags.ToBytes(HeaderSize, 0));
        for (var row = 0; row < grid.Frame.Rows; row += stripRows)
        {
            cancellation.ThrowIfCancellationRequested();
            var cells = Math.Min(stripRows, grid.Frame.Rows - row) * grid.Frame.Columns;
            stream.Write(MemoryMarshal.AsBytes(grid.Cells.Slice(row * grid.Frame.Columns, cells)));
        }
    }

    private static void AddStripPlaces(TiffTagWriter tags, long stripBytes, long allBytes, long at)
    {
        if (at + allBytes > uint.MaxValue)
            throw new NotSupportedException($"the grid needs {at + allBytes} bytes; a GeoTIFF of this kind holds {uint.MaxValue}");
        var offsets = new uint[(allBytes + stripBytes - 1) / stripBytes];
        var sizes = new uint[offsets.Length];
        for (var strip = 0; strip < offsets.Length; strip++)
        {
            offsets[strip] = (uint)(at + (strip * stripBytes));
            sizes[strip] = (uint)Math.Min(stripBytes, allBytes - (strip * stripBytes));
        }

        tags.Longs(TiffTag.StripOffsets, offsets);
        tags.Longs(TiffTag.StripByteCounts, sizes);
    }

    private static double? NodataOf<T>(GeoTiffOptions options)
        where T : INumber<T>
    {
        if (typeof(T) == typeof(float))
            return double.NaN;
        if (options.Nodata is not { } value)
            return null;
        return double.CreateTruncating(T.CreateSaturating(value)) == value
            ? value
            : throw new ArgumentException(FormattableString.Invariant($"nodata {value} is no {typeof(T).Name}"), nameof(options));
    }

    private static TiffTagWriter TagsOf<T>(Grid<T> level, bool isCopy, double? nodata)
        where T : unmanaged, INumber<T>
    {
        var sample = TiffSample.Of(typeof(T));
        var tags = new TiffTagWriter();
        tags.Longs(TiffTag.NewSubfileType, isCopy ? 1u : 0u);
        tags.Longs(TiffTag.ImageWidth, (uint)level.Frame.Columns);
        tags.Longs(TiffTag.ImageLength, (uint)level.Frame.Rows);
        tags.Shorts(TiffTag.BitsPerSample, sample.Bits);
        tags.Shorts(TiffTag.PhotometricInterpretation, 1);
        tags.Shorts(TiffTag.SamplesPerPixel, 1);
        tags.Shorts(TiffTag.PlanarConfiguration, 1);
        tags.Shorts(TiffTag.SampleFormat, (int)sample.Format);
        if (nodata is { } value)
            tags.Text(TiffTag.GdalNodata, double.IsNaN(value) ? "nan" : value.ToString(CultureInfo.InvariantCulture));
        if (!isCopy)
            AddPlace(tags, level.Frame);
        return tags;
    }

    // GeoTIFF 1.1: header (version 1.1.0, number of keys), then key, location (0: here), count, value.
    private static void AddPlace(TiffTagWriter tags, GridFrame frame)
    {
        tags.Doubles(TiffTag.ModelPixelScale, frame.CellSizeMetres, frame.CellSizeMetres, 0);
        tags.Doubles(TiffTag.ModelTiepoint, 0, 0, 0, frame.Left, frame.Top, 0);
        var citation = frame.System.Name + "|";
        tags.Text(TiffTag.GeoAsciiParams, citation);
        var (model, system, unit, unitCode) = frame.System.IsGeographic ? (2, 2048, 2054, 9102) : (1, 3072, 3076, 9001); // degrees or metres
        tags.Shorts(
            TiffTag.GeoKeyDirectory,
            [1, 1, 0, 5, 1024, 0, 1, model, 1025, 0, 1, 1, 1026, (int)TiffTag.GeoAsciiParams, citation.Length, 0, system, 0, 1, frame.System.Srid, unit, 0, 1, unitCode]);
    }

    private static void AddTiling<T>(TiffTagWriter tags)
    {
        tags.Shorts(TiffTag.Compression, (int)TiffCompression.Deflate);
        tags.Shorts(TiffTag.Predictor, TiffLevel.PredictorOf<T>());
        tags.Shorts(TiffTag.TileWidth, TiffLevel.TileSide);
        tags.Shorts(TiffTag.TileLength, TiffLevel.TileSide);
    }

    private static void AddTilePlaces(TiffTagWriter tags, uint[] offsets, byte[][] tiles)
    {
        tags.Longs(TiffTag.TileOffsets, offsets);
        tags.Longs(TiffTag.TileByteCounts, Array.ConvertAll(tiles, t => (uint)t.Length));
    }

    // Where each of a row of blocks begins, and behind them where the next would.
    private static List<long> OffsetsOf(List<int> sizes, long first)
    {
        List<long> offsets = [first];
        foreach (var size in sizes)
            offsets.Add(offsets[^1] + size + (size & 1));
        return offsets;
    }

    private static void PlaceTiles(List<TiffTagWriter> tags, List<byte[][]> tiles, long at)
    {
        for (var level = tags.Count - 1; level >= 0; level--)
        {
            var offsets = OffsetsOf([.. tiles[level].Select(t => t.Length)], at);
            at = offsets[^1];
            if (at > uint.MaxValue)
                throw new NotSupportedException($"the packed grid needs {at} bytes or more; a GeoTIFF of this kind holds {uint.MaxValue}");
            AddTilePlaces(tags[level], [.. offsets.SkipLast(1).Select(o => (uint)o)], tiles[level]);
        }
    }

    private static void WriteAll(Stream stream, List<TiffTagWriter> tags, List<byte[][]> tiles, List<long> directories)
    {
        WriteHeader(stream);
        for (var i = 0; i < tags.Count; i++)
            WriteEven(stream, tags[i].ToBytes((uint)directories[i], i + 1 < tags.Count ? (uint)directories[i + 1] : 0));
        for (var level = tiles.Count - 1; level >= 0; level--)
        {
            foreach (var tile in tiles[level])
                WriteEven(stream, tile);
        }
    }

    private static void WriteHeader(Stream stream)
    {
        Span<byte> header = stackalloc byte[HeaderSize];
        "II*\0"u8.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], HeaderSize);
        stream.Write(header);
    }

    private static void WriteEven(Stream stream, byte[] bytes)
    {
        stream.Write(bytes);
        if ((bytes.Length & 1) == 1)
            stream.WriteByte(0);
    }
}
