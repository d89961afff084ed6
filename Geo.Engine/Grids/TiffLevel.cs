using System.IO.Compression;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Geo.Engine.Grids;

/// <summary>One image of a written file (the grid itself or a smaller copy) as packed tiles, row by row of tiles.</summary>
internal static class TiffLevel
{
    /// <summary>Side of a tile, cells.</summary>
    public const int TileSide = 256;

    // On float grids of this coast the quickest level is within a few percent of the size of the best one, at a fraction of the time.
    private const CompressionLevel Level = CompressionLevel.Fastest;

    /// <summary>Packs every tile; cells beyond the edge repeat the padding value.</summary>
    public static byte[][] Pack<T>(Grid<T> grid, T padding, GeoTiffOptions options)
        where T : unmanaged, INumber<T>
    {
        var across = TilesAlong(grid.Frame.Columns);
        var tiles = new byte[across * TilesAlong(grid.Frame.Rows)][];
        GridRows.ForEachStrip(
            tiles.Length,
            options.Threads,
            (from, to) =>
            {
                var samples = new T[TileSide * TileSide];
                var differences = new byte[samples.Length * TiffSample.Of(typeof(T)).Bytes];
                var packed = new MemoryStream(differences.Length);
                for (var tile = from; tile < to; tile++)
                {
                    CopyTile(grid, tile / across, tile % across, padding, samples);
                    Predict(samples, differences);
                    tiles[tile] = Deflate(differences, packed);
                }
            },
            options.Cancellation,
            stripRows: 4);
        return tiles;
    }

    /// <summary>Number of tiles that cover a number of cells.</summary>
    public static int TilesAlong(int cells) => (cells + TileSide - 1) / TileSide;

    /// <summary>The predictor for a cell type: 3 for floats, 2 for whole numbers.</summary>
    public static int PredictorOf<T>() => typeof(T) == typeof(float) ? 3 : 2;

    private static void CopyTile<T>(Grid<T> grid, int tileRow, int tileColumn, T padding, T[] samples)
        where T : unmanaged
    {
        var (top, left) = (tileRow * TileSide, tileColumn * TileSide);
        var columns = Math.Min(TileSide, grid.Frame.Columns - left);
        var rows = Math.Min(TileSide, grid.Frame.Rows - top);
        if (columns < TileSide || rows < TileSide)
            samples.AsSpan().Fill(padding);
        for (var row = 0; row < rows; row++)
            grid.Row(top + row).Slice(left, columns).CopyTo(samples.AsSpan(row * TileSide));
    }

    private static byte[] Deflate(byte[] differences, MemoryStream packed)
    {
        packed.SetLength(0);
        using (var stream = new ZLibStream(packed, Level, leaveOpen: true))
            stream.Write(differences);
        return packed.ToArray();
    }

    private static void Predict<T>(T[] samples, Span<byte> differences)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(samples.AsSpan());
        var rowBytes = bytes.Length / TileSide;
        for (var at = 0; at < bytes.Length; at += rowBytes)
            Predict<T>(bytes.Slice(at, rowBytes), differences.Slice(at, rowBytes));
    }

    private static void Predict<T>(ReadOnlySpan<byte> row, Span<byte> differences)
        where T : unmanaged
    {
        var sampleBytes = row.Length / TileSide;
        if (PredictorOf<T>() == 3)
        {
            TiffPredictor.DifferenceFloats(row, sampleBytes, differences);
            return;
        }

        row.CopyTo(differences);
        TiffPredictor.Difference(differences, sampleBytes);
    }
}
