using System.IO.Compression;

namespace Geo.Api.Tiles;

/// <summary>A vector tile as it is kept: compressed once, since nearly every client takes it so. No bytes when nothing lies in it.</summary>
internal sealed record PackedTile(byte[] Gzip)
{
    /// <summary>Whether nothing lies in it.</summary>
    public bool IsEmpty => Gzip.Length == 0;

    /// <summary>The tile itself.</summary>
    public byte[] Unpack()
    {
        using var tile = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(Gzip), CompressionMode.Decompress))
            gzip.CopyTo(tile);
        return tile.ToArray();
    }
}
