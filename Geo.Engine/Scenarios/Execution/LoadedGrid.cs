using System.Runtime.InteropServices;
using Geo.Engine.Features;
using Geo.Engine.Grids;
using Geo.Engine.Grids.Surfaces;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>A grid of the store: its description and the bytes of its file, unpacked as they are used.</summary>
internal sealed record LoadedGrid(GridLayer Layer, ReadOnlyMemory<byte> File)
{
    /// <summary>The cells, NaN for nodata.</summary>
    public StoredSurface Surface() => new(GeoTiffFile.OpenRows<float>(Open()));

    private MemoryStream Open() => MemoryMarshal.TryGetArray(File, out var bytes)
        ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false) // a segment of memory has its array
        : new MemoryStream(File.ToArray(), writable: false);
}
