using System.Runtime.InteropServices;
using Geo.Engine.Features;
using Geo.Engine.Grids;
using Geo.Engine.Grids.Surfaces;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>A grid of the store, unpacked as it is used.</summary>
/// <param name="Layer">Its description.</param>
/// <param name="Info">What its file says of itself.</param>
/// <param name="File">The bytes of its file.</param>
internal sealed record LoadedGrid(GridLayer Layer, GeoTiffInfo Info, ReadOnlyMemory<byte> File)
{
    /// <summary>The cells, NaN for nodata.</summary>
    public StoredSurface Surface() => new(GeoTiffFile.OpenRows<float>(Open()));

    private MemoryStream Open() => MemoryMarshal.TryGetArray(File, out var bytes)
        ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false) // a segment of memory has its array
        : new MemoryStream(File.ToArray(), writable: false);
}
