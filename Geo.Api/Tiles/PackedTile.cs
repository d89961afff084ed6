using System.IO.Compression;

namespace Geo.Api.Tiles;

/// <summary>A vector tile as it is kept: compressed once, since nearly every client takes it so. No bytes when nothing lies in it.</summary>
internal sealed record PackedTile(byte[] Gzip)
{
    private static readonly PackedTile Empty = new([]);

    /// <summary>Whether nothing lies in it.</summary>
    public bool IsEmpty => Gzip.Length == 0;

    /// <summary>Compresses a tile.</summary>
    public static PackedTile Of(ReadOnlySpan<byte> tile)
    {
        if (tile.IsEmpty)
            return Empty;
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(tile);
        return new(packed.ToArray());
    }

    /// <summary>The tile itself.</summary>
    public byte[] Unpack()
    {
        using var tile = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(Gzip), CompressionMode.Decompress))
            gzip.CopyTo(tile);
        return tile.ToArray();
    }
}
