using System.IO.Compression;

namespace Geo.Api.Tiles;

/// <summary>Compresses a tile while the messages of its layers are written one behind the other. Not to be shared between threads.</summary>
internal sealed class TilePacking : IDisposable
{
    private readonly LentStream _packed = new();
    private GZipStream? _gzip;

    /// <summary>Takes what is in the tile; not to be asked for where nothing is.</summary>
    public Stream Target => _gzip ??= new GZipStream(_packed, CompressionLevel.Fastest, leaveOpen: true);

    /// <summary>The whole tile.</summary>
    public PackedTile End()
    {
        _gzip?.Dispose();
        return new(_packed.ToArray());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _gzip?.Dispose();
        _packed.Dispose();
    }
}
