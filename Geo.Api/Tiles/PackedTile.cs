using System.IO.Compression;

namespace Geo.Api.Tiles;

/// <summary>A vector tile as it is kept: compressed once, since nearly every client takes it so. No bytes when nothing lies in it.</summary>
internal sealed record PackedTile(byte[] Gzip)
{
    private static readonly PackedTile Empty = new([]);

    /// <summary>Whether nothing lies in it.</summary>
    public bool IsEmpty => Gzip.Length == 0;

    /// <summary>Compresses a tile.</summary>
    /// <param name="layers">The messages of its layers, which are one behind the other.</param>
    public static PackedTile Of(IReadOnlyList<byte[]> layers)
    {
        var length = layers.Sum(l => l.Length);
        if (length == 0)
            return Empty;
        using var packed = new MemoryStream(length / 2);
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            foreach (var layer in layers)
                gzip.Write(layer);
        }
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
