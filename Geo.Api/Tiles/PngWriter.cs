using System.Buffers.Binary;
using System.IO.Compression;

namespace Geo.Api.Tiles;

/// <summary>Writes images with a palette as PNG (ISO/IEC 15948): 8 bits a pixel, no interlace; the same pixels give the same bytes.</summary>
internal static class PngWriter
{
    private static readonly uint[] CrcTable = MakeCrcTable();

    /// <summary>An image whose palette index 0 is transparent.</summary>
    /// <param name="indices">Palette indices, row-major.</param>
    /// <param name="width">Pixels in a row; the number of rows follows from the length of <paramref name="indices"/>.</param>
    /// <param name="colours">Red, green and blue of each index, 1 to 256 of them.</param>
    public static byte[] Write(ReadOnlySpan<byte> indices, int width, ReadOnlySpan<byte> colours)
    {
        var height = indices.Length / width;
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        WriteChunk(png, "IHDR"u8, Header(width, height));
        WriteChunk(png, "PLTE"u8, colours);
        WriteChunk(png, "tRNS"u8, [0]);
        WriteChunk(png, "IDAT"u8, Compress(indices, width, height));
        WriteChunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Header(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8; // bits a pixel
        header[9] = 3; // colour type: palette
        return header;
    }

    /// <summary>Each row behind a byte that names its filter; 0 = none, the best one for indices.</summary>
    private static byte[] Compress(ReadOnlySpan<byte> indices, int width, int height)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            for (var row = 0; row < height; row++)
            {
                zlib.WriteByte(0);
                zlib.Write(indices.Slice(row * width, width));
            }
        }
        return packed.ToArray();
    }

    private static void WriteChunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        png.Write(type);
        png.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(Crc(0xFFFFFFFF, type), content) ^ 0xFFFFFFFF);
        png.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
            crc = CrcTable[(crc ^ b) & 0xFF] ^ (crc >> 8);
        return crc;
    }

    private static uint[] MakeCrcTable()
    {
        var table = new uint[256];
        for (uint n = 0; n < 256; n++)
        {
            var c = n;
            for (var bit = 0; bit < 8; bit++)
                c = (c & 1) == 1 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
            table[n] = c;
        }
        return table;
    }
}
