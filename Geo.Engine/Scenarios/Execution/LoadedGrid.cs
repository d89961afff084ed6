using Geo.Engine.Features;
using Geo.Engine.Grids;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>A grid of the store: its description and the bytes of its file, decoded when it is used.</summary>
internal sealed record LoadedGrid(GridLayer Layer, ReadOnlyMemory<byte> File)
{
    /// <summary>The cells, NaN for nodata.</summary>
    public Grid<float> Read(int threads, CancellationToken cancellation)
    {
        using var stream = new MemoryStream(File.ToArray());
        return GeoTiffFile.Read<float>(stream, threads, cancellation);
    }
}
