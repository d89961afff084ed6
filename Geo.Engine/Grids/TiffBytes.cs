using System.Buffers.Binary;

namespace Geo.Engine.Grids;

/// <summary>A TIFF file as numbered bytes: header, byte order, and reads that never pass the end. Reads may come from several threads.</summary>
internal sealed class TiffBytes
{
    private readonly Stream _stream;
    private readonly Lock _reading = new();

    /// <summary>Reads the header.</summary>
    /// <exception cref="GeoTiffException">The file is no TIFF.</exception>
    public TiffBytes(Stream stream)
    {
        if (!stream.CanSeek)
            throw new ArgumentException("a GeoTIFF is read here and there; the stream must be seekable", nameof(stream));
        _stream = stream;
        Length = stream.Length;
        if (Length < 16)
            throw new GeoTiffException($"not a TIFF: the file has {Length} bytes");
        var header = Read(0, 16, new TiffPart("the header"));
        IsBigEndian = header[0] switch
        {
            (byte)'I' when header[1] == 'I' => false,
            (byte)'M' when header[1] == 'M' => true,
            _ => throw new GeoTiffException($"not a TIFF: the file begins with bytes {header[0]:X2} {header[1]:X2}, a TIFF with II or MM"),
        };
        var version = Unsigned(header.AsSpan(2, 2));
        IsBig = version switch
        {
            42 => false,
            43 => true,
            _ => throw new GeoTiffException($"not a TIFF: version {version}; allowed are 42 (TIFF) and 43 (BigTIFF)"),
        };
        FirstDirectory = (long)Unsigned(IsBig ? header.AsSpan(8, 8) : header.AsSpan(4, 4));
    }

    /// <summary>Size of the file.</summary>
    public long Length { get; }

    /// <summary>Whether numbers have their highest byte first.</summary>
    public bool IsBigEndian { get; }

    /// <summary>Whether offsets have 64 bits.</summary>
    public bool IsBig { get; }

    /// <summary>Where the first directory begins.</summary>
    public long FirstDirectory { get; }

    /// <summary>The underlying file, for a reader of its own that no other thread shares.</summary>
    public Stream Stream => _stream;

    /// <summary>Bytes of the file.</summary>
    /// <exception cref="GeoTiffException">They stand beyond the end; <paramref name="what"/> says what was wanted.</exception>
    public byte[] Read(long offset, long count, TiffPart what)
    {
        RequireInside(offset, count, what);
        var bytes = new byte[count];
        Read(offset, bytes, what);
        return bytes;
    }

    /// <summary>Bytes of the file, as many as <paramref name="into"/> is long; without a copy and side by side when the stream is a file.</summary>
    /// <exception cref="GeoTiffException">They stand beyond the end; <paramref name="what"/> says what was wanted.</exception>
    public void Read(long offset, Span<byte> into, TiffPart what)
    {
        RequireInside(offset, into.Length, what);
        if (_stream is FileStream file)
        {
            for (var read = 0; read < into.Length;)
            {
                var more = RandomAccess.Read(file.SafeFileHandle, into[read..], offset + read);
                read += more > 0 ? more : throw new GeoTiffException($"the file was cut short while {what} was read");
            }

            return;
        }

        lock (_reading)
        {
            _stream.Position = offset;
            _stream.ReadExactly(into);
        }
    }

    private void RequireInside(long offset, long count, TiffPart what)
    {
        if (offset < 0 || count > Length || offset > Length - count)
            throw new GeoTiffException($"the file is cut short: {what} wants bytes {offset} to {offset + count}, the file has {Length}");
    }

    /// <summary>A whole number of 1, 2, 4 or 8 bytes in the file's byte order.</summary>
    public ulong Unsigned(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        1 => bytes[0],
        2 => IsBigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        4 => IsBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        _ => IsBigEndian ? BinaryPrimitives.ReadUInt64BigEndian(bytes) : BinaryPrimitives.ReadUInt64LittleEndian(bytes),
    };
}
