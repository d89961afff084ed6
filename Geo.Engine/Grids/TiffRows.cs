using System.Numerics;
using System.Runtime.InteropServices;

namespace Geo.Engine.Grids;

/// <summary>Rows of a file whose samples are of one type, as cells of another.</summary>
internal sealed class TiffRows<TSample, T> : GeoTiffRows<T>
    where TSample : unmanaged, INumber<TSample>, IMinMaxValue<TSample>
    where T : unmanaged, INumber<T>
{
    private readonly TiffLayout _layout;
    private readonly TiffDecoder _decoder;
    private readonly SampleConversion<TSample, T> _conversion;
    private readonly bool _isAsInMemory;

    /// <exception cref="GeoTiffException">The samples do not fit cells of this type, or parts of the image are missing.</exception>
    public TiffRows(TiffLayout layout, TiffDecoder decoder, GridFrame frame, double? nodata)
        : base(frame, layout.ChunkRows)
    {
        RequireRoom(layout.Sample);
        _layout = layout;
        _decoder = decoder;
        _conversion = new SampleConversion<TSample, T>(nodata);
        _isAsInMemory = typeof(TSample) == typeof(T) && layout.IsAsInMemory;
    }

    /// <inheritdoc/>
    public override void Read(int firstRow, Span<T> cells)
    {
        var end = firstRow + (cells.Length / Frame.Columns);
        ArgumentOutOfRangeException.ThrowIfNegative(firstRow);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, Frame.Rows, nameof(cells));
        if (_isAsInMemory)
            ReadInPlace(firstRow, end, cells);
        else
            UnpackRows(firstRow, end, cells);
    }

    private void UnpackRows(int firstRow, int end, Span<T> cells)
    {
        var samples = new byte[_layout.ChunkBytes];
        for (var chunkRow = firstRow / RowsTogether; chunkRow * RowsTogether < end; chunkRow++)
            Unpack(chunkRow, firstRow, cells, samples);
    }

    // Whole strips of the very cells are read to where they stay, as many at once as stand together in the file.
    private void ReadInPlace(int firstRow, int end, Span<T> cells)
    {
        var first = (firstRow + RowsTogether - 1) / RowsTogether;
        var wholeEnd = end == Frame.Rows ? _layout.ChunksDown : end / RowsTogether;
        if (first * RowsTogether > firstRow)
            UnpackRows(firstRow, Math.Min(end, first * RowsTogether), cells);
        for (int chunk = first, next; chunk < wholeEnd; chunk = next)
        {
            next = _decoder.EndOfRun(chunk, wholeEnd);
            var bottom = Math.Min(next * RowsTogether, Frame.Rows);
            Fill(chunk, next, cells[(((chunk * RowsTogether) - firstRow) * Frame.Columns)..((bottom - firstRow) * Frame.Columns)]);
        }
        if (wholeEnd >= first && wholeEnd * RowsTogether < end)
            UnpackRows(wholeEnd * RowsTogether, end, cells[(((wholeEnd * RowsTogether) - firstRow) * Frame.Columns)..]);
    }

    private void Fill(int chunk, int next, Span<T> cells)
    {
        if (_decoder.ReadRun(chunk, next, MemoryMarshal.AsBytes(cells)))
            _conversion.Convert(MemoryMarshal.Cast<T, TSample>(cells), cells);
        else
            cells.Fill(_conversion.Missing);
    }

    private void Unpack(int chunkRow, int firstRow, Span<T> cells, byte[] samples)
    {
        for (var chunkColumn = 0; chunkColumn < _layout.ChunksAcross; chunkColumn++)
        {
            var isPresent = _decoder.Unpack(chunkRow, chunkColumn, samples);
            Place(chunkRow, chunkColumn, firstRow, cells, isPresent ? MemoryMarshal.Cast<byte, TSample>(samples) : default);
        }
    }

    private void Place(int chunkRow, int chunkColumn, int firstRow, Span<T> cells, ReadOnlySpan<TSample> samples)
    {
        var (top, left) = (chunkRow * RowsTogether, chunkColumn * _layout.ChunkColumns);
        var columns = Math.Min(_layout.ChunkColumns, Frame.Columns - left);
        var end = Math.Min(top + RowsTogether, firstRow + (cells.Length / Frame.Columns));
        for (var row = Math.Max(top, firstRow); row < end; row++)
        {
            var target = cells.Slice(((row - firstRow) * Frame.Columns) + left, columns);
            if (samples.IsEmpty)
                target.Fill(_conversion.Missing);
            else
                _conversion.Convert(samples.Slice((row - top) * _layout.ChunkColumns, columns), target);
        }
    }

    private static void RequireRoom(TiffSample sample)
    {
        if (typeof(T) == typeof(float))
            return;
        var whole = sample.Format != TiffSampleFormat.Float;
        var fits = whole && Holds(TSample.MinValue) && Holds(TSample.MaxValue);
        if (!fits)
            throw new GeoTiffException($"samples are {typeof(TSample).Name}; allowed are whole numbers that {typeof(T).Name} holds");
    }

    private static bool Holds(TSample value) => TSample.CreateSaturating(T.CreateSaturating(value)) == value;
}
