using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace Geo.Engine.Grids;

/// <summary>
/// Unpacks chunks to samples in native byte order. Plain and deflated chunks are unpacked here, by any number of threads at once; the older
/// codecs are left to LibTiff.NET, one chunk at a time.
/// </summary>
internal sealed class TiffDecoder
{
    private readonly TiffBytes _file;
    private readonly TiffLayout _layout;
    private readonly long[] _offsets;
    private readonly long[] _counts;
    private readonly ForeignTiffCodec? _foreign;

    /// <summary>Reads where the chunks stand.</summary>
    /// <exception cref="GeoTiffException">There are fewer chunks than the image needs.</exception>
    public TiffDecoder(TiffBytes file, TiffDirectory directory, TiffLayout layout)
    {
        _file = file;
        _layout = layout;
        _offsets = directory.Integers(layout.IsTiled ? TiffTag.TileOffsets : TiffTag.StripOffsets);
        _counts = directory.Integers(layout.IsTiled ? TiffTag.TileByteCounts : TiffTag.StripByteCounts);
        var needed = (long)layout.ChunksAcross * layout.ChunksDown;
        if (_offsets.Length < needed || _counts.Length < needed)
            throw new GeoTiffException($"the image needs {needed} tiles or strips; the file lists {Math.Min(_offsets.Length, _counts.Length)}");
        if (layout.Compression is TiffCompression.Lzw or TiffCompression.PackBits)
            _foreign = new ForeignTiffCodec(file, layout);
    }

    /// <summary>Unpacks one chunk; false when the file leaves it out, as GDAL does with chunks of nothing but nodata.</summary>
    /// <exception cref="GeoTiffException">The chunk is broken or cut short.</exception>
    public bool Unpack(int chunkRow, int chunkColumn, Span<byte> samples)
    {
        var index = (chunkRow * _layout.ChunksAcross) + chunkColumn;
        if (_counts[index] == 0 || _offsets[index] == 0)
            return false;
        var stored = samples[..(_layout.StoredRows(chunkRow) * _layout.ChunkColumns * _layout.Sample.Bytes)];
        if (_foreign is not null)
            _foreign.Unpack(index, stored);
        else
            UnpackHere(index, stored);
        return true;
    }

    /// <summary>
    /// Where the run of strips ends that stand in the file one after another, whole, from one on; not beyond <paramref name="end"/>.
    /// For files that are as in memory.
    /// </summary>
    public int EndOfRun(int first, int end)
    {
        var stripBytes = (long)_layout.ChunkBytes;
        var next = first + 1;
        while (next < end && _counts[next - 1] == stripBytes && _counts[next] > 0 && _offsets[next] == _offsets[next - 1] + stripBytes)
            next++;
        return next;
    }

    /// <summary>Reads a run of strips at once; false when the file leaves the first, and so the only one, out.</summary>
    /// <exception cref="GeoTiffException">The last strip is cut short.</exception>
    public bool ReadRun(int first, int end, Span<byte> samples)
    {
        if (_counts[first] == 0 || _offsets[first] == 0)
            return false;
        var what = new TiffPart("strip", end - 1);
        var bytes = _offsets[end - 1] + _counts[end - 1] - _offsets[first];
        if (bytes < samples.Length)
            throw new GeoTiffException($"{what} is {samples.Length - bytes} bytes short");
        _file.Read(_offsets[first], samples, what);
        UndoPredictor(samples);
        return true;
    }

    private void UnpackHere(int index, Span<byte> samples)
    {
        var what = new TiffPart(_layout.IsTiled ? "tile" : "strip", index);
        if (_layout.Compression == TiffCompression.None)
            Plain(index, samples, what);
        else
            Inflate(_file.Read(_offsets[index], _counts[index], what), samples, what);
        UndoPredictor(samples);
    }

    private void Plain(int index, Span<byte> samples, TiffPart what)
    {
        if (_counts[index] < samples.Length)
            throw new GeoTiffException($"{what} has {_counts[index]} bytes; {samples.Length} are needed");
        _file.Read(_offsets[index], samples, what);
    }

    private static void Inflate(byte[] packed, Span<byte> samples, TiffPart what)
    {
        try
        {
            using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
            var read = stream.ReadAtLeast(samples, samples.Length, throwOnEndOfStream: false);
            if (read < samples.Length)
                throw new GeoTiffException($"{what} unpacks to {read} bytes; {samples.Length} are needed");
        }
        catch (InvalidDataException broken)
        {
            throw new GeoTiffException($"{what} cannot be unpacked: {broken.Message}", broken);
        }
    }

    private void UndoPredictor(Span<byte> samples)
    {
        var rowBytes = _layout.ChunkColumns * _layout.Sample.Bytes;
        if (_layout.Predictor == 3)
        {
            var packed = new byte[rowBytes];
            for (var at = 0; at < samples.Length; at += rowBytes)
            {
                samples.Slice(at, rowBytes).CopyTo(packed);
                TiffPredictor.AccumulateFloats(packed, _layout.Sample.Bytes, samples.Slice(at, rowBytes));
            }

            return; // the planes of a float have an order of their own, whatever the file's
        }

        if (_file.IsBigEndian)
            ReverseBytes(samples, _layout.Sample.Bytes);
        for (var at = 0; at < samples.Length && _layout.Predictor == 2; at += rowBytes)
            TiffPredictor.Accumulate(samples.Slice(at, rowBytes), _layout.Sample.Bytes);
    }

    private static void ReverseBytes(Span<byte> samples, int sampleBytes)
    {
        if (sampleBytes == 2)
            BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, ushort>(samples), MemoryMarshal.Cast<byte, ushort>(samples));
        if (sampleBytes == 4)
            BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, uint>(samples), MemoryMarshal.Cast<byte, uint>(samples));
        if (sampleBytes == 8)
            BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, ulong>(samples), MemoryMarshal.Cast<byte, ulong>(samples));
    }
}
