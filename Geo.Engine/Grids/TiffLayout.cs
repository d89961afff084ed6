namespace Geo.Engine.Grids;

/// <summary>
/// How the samples of an image lie in the file, checked against each other and the size of the file before anything is allocated. Strips and
/// tiles are both <em>chunks</em>: a strip is a tile as wide as the image.
/// </summary>
internal sealed record TiffLayout
{
    // No compression read here makes a byte of more than some 2 700 (LZW); what claims more is not data but an attack or a mistake.
    private const long MostCellBytesPerFileByte = 4_096;
    private const long SmallImageBytes = 1 << 20;
    private const long MostChunkBytes = 1L << 30;

    /// <summary>Columns of the image.</summary>
    public required int Columns { get; init; }

    /// <summary>Rows of the image.</summary>
    public required int Rows { get; init; }

    /// <summary>Whether chunks are tiles.</summary>
    public required bool IsTiled { get; init; }

    /// <summary>Columns of a chunk.</summary>
    public required int ChunkColumns { get; init; }

    /// <summary>Rows of a chunk.</summary>
    public required int ChunkRows { get; init; }

    /// <summary>Number type.</summary>
    public required TiffSample Sample { get; init; }

    /// <summary>Compression of the chunks.</summary>
    public required TiffCompression Compression { get; init; }

    /// <summary>1 none, 2 horizontal differences, 3 differences of float bytes.</summary>
    public required int Predictor { get; init; }

    /// <summary>Chunks side by side.</summary>
    public int ChunksAcross => (Columns + ChunkColumns - 1) / ChunkColumns;

    /// <summary>Chunks one below another.</summary>
    public int ChunksDown => (Rows + ChunkRows - 1) / ChunkRows;

    /// <summary>Bytes of an unpacked chunk.</summary>
    public int ChunkBytes => ChunkColumns * ChunkRows * Sample.Bytes;

    /// <summary>Whether the samples of a strip stand in the file as in a row-major array, but for the byte order.</summary>
    public bool IsAsInMemory => !IsTiled && Compression == TiffCompression.None && Predictor == 1;

    /// <summary>Rows that a chunk really stores: the last strip is shorter, tiles never are.</summary>
    public int StoredRows(int chunkRow) => IsTiled ? ChunkRows : Math.Min(ChunkRows, Rows - (chunkRow * ChunkRows));

    /// <summary>Reads and checks the layout.</summary>
    /// <exception cref="GeoTiffException">A number is missing, not allowed, or does not fit the others or the file.</exception>
    public static TiffLayout Of(TiffDirectory directory, long fileLength)
    {
        RefuseOtherArrangements(directory);
        var sample = SampleOf(directory);
        var columns = Size(directory, TiffTag.ImageWidth);
        var rows = Size(directory, TiffTag.ImageLength);
        if (columns * rows > Array.MaxLength)
            throw new GeoTiffException($"the image has {columns} x {rows} cells; allowed are {Array.MaxLength}");
        var bytes = columns * rows * sample.Bytes;
        if (bytes > SmallImageBytes && bytes / MostCellBytesPerFileByte > fileLength)
            throw new GeoTiffException($"the image claims {columns} x {rows} cells, more than a file of {fileLength} bytes can hold");
        var tiled = directory.Has(TiffTag.TileWidth);
        var chunkColumns = tiled ? Size(directory, TiffTag.TileWidth) : columns;
        var chunkRows = tiled ? Size(directory, TiffTag.TileLength) : Math.Min(rows, directory.Integer(TiffTag.RowsPerStrip, rows));
        CheckChunk(tiled, chunkColumns, chunkRows, sample, fileLength);
        return new TiffLayout
        {
            Columns = (int)columns,
            Rows = (int)rows,
            IsTiled = tiled,
            ChunkColumns = (int)chunkColumns,
            ChunkRows = (int)chunkRows,
            Sample = sample,
            Compression = CompressionOf(directory),
            Predictor = PredictorOf(directory, sample),
        };
    }

    private static void RefuseOtherArrangements(TiffDirectory directory)
    {
        if (directory.Integer(TiffTag.SamplesPerPixel, 1) is not 1 and var bands)
            throw new GeoTiffException($"the image has {bands} bands; allowed is 1");
        if (directory.Integer(TiffTag.FillOrder, 1) is not 1 and var order)
            throw new GeoTiffException($"fill order {order}; allowed is 1");
        if (directory.Integer(TiffTag.Orientation, 1) is not 1 and var orientation)
            throw new GeoTiffException($"orientation {orientation}; allowed is 1, rows from the top");
    }

    private static long Size(TiffDirectory directory, TiffTag tag)
    {
        var size = directory.Integer(tag);
        return size is >= 1 and <= int.MaxValue ? size : throw new GeoTiffException($"tag {tag} is {size}; allowed are 1 to {int.MaxValue}");
    }

    private static void CheckChunk(bool tiled, long columns, long rows, TiffSample sample, long fileLength)
    {
        if (rows < 1)
            throw new GeoTiffException($"strips of {rows} rows; allowed is 1 and more");
        if (tiled && (columns % 16 != 0 || rows % 16 != 0))
            throw new GeoTiffException($"tiles of {columns} x {rows}; allowed are multiples of 16");
        var cells = columns * rows;
        var bytes = cells > MostChunkBytes ? long.MaxValue : cells * sample.Bytes;
        if (bytes > MostChunkBytes || (bytes > SmallImageBytes && bytes / MostCellBytesPerFileByte > fileLength))
            throw new GeoTiffException($"a {(tiled ? "tile" : "strip")} claims {columns} x {rows} cells in a file of {fileLength} bytes");
    }

    private static TiffSample SampleOf(TiffDirectory directory)
    {
        // A missing format means unsigned, and 4 means that the writer did not know.
        var format = directory.Integer(TiffTag.SampleFormat, 1) is var given and not 4 ? given : 1;
        var bits = directory.Integer(TiffTag.BitsPerSample, 1);
        var sample = new TiffSample((TiffSampleFormat)format, (int)Math.Min(bits, int.MaxValue));
        return sample.Type is null
            ? throw new GeoTiffException($"samples of {bits} bits, format {format}; allowed are integers of 8, 16 and 32 bits and floats of 32 and 64")
            : sample;
    }

    private static TiffCompression CompressionOf(TiffDirectory directory)
    {
        var code = directory.Integer(TiffTag.Compression, 1);
        return Enum.IsDefined((TiffCompression)code)
            ? (TiffCompression)code
            : throw new GeoTiffException($"compression {code}{NameOf(code)}; allowed are none, LZW, Deflate and PackBits");
    }

    private static string NameOf(long compression) => compression switch
    {
        2 or 3 or 4 => " (CCITT)",
        6 or 7 => " (JPEG)",
        34887 => " (LERC)",
        34925 => " (LZMA)",
        50000 => " (ZSTD)",
        50001 => " (WebP)",
        50002 => " (JPEG XL)",
        _ => "",
    };

    private static int PredictorOf(TiffDirectory directory, TiffSample sample)
    {
        var predictor = directory.Integer(TiffTag.Predictor, 1);
        var fits = predictor == 1 || predictor == 2 || (predictor == 3 && sample.Format == TiffSampleFormat.Float);
        return fits ? (int)predictor : throw new GeoTiffException($"predictor {predictor}; allowed are 1, 2 and, for floats, 3");
    }
}
