using Geo.Engine.Grids.Surfaces;

namespace Geo.Engine.Scenarios.Keeping;

/// <summary>
/// Holds what a run has measured until it is done: in memory as long as that is allowed, then in files, so that memory does not grow with criteria and
/// cells. Where a surface is held changes nothing in it.
/// </summary>
/// <param name="settings">Bounds and cache.</param>
/// <param name="threads">Most threads to use.</param>
/// <param name="cancellation">Stops the work.</param>
internal sealed class KeptSurfaces(KeepingSettings settings, int threads, CancellationToken cancellation) : IDisposable
{
    private readonly List<SurfaceFile> _files = [];
    private long _bytesInMemory;

    /// <summary>Measures a surface once and for all.</summary>
    /// <param name="surface">How it is measured.</param>
    /// <param name="key">Hash of all it depends on, under which it may be found again; null when finding costs as much as measuring.</param>
    /// <exception cref="IOException">It does not fit into memory, and the folder for temporary files is full.</exception>
    public Surface Keep(Surface surface, byte[]? key)
    {
        if (surface is GridSurface)
            return surface;
        if (key is null || settings.Cache is not { } cache)
            return Hold(surface);
        if (cache.Find(key, surface.Frame, threads, cancellation) is { } found)
            return Opened(found);
        var held = FitsInMemory(surface) ? Hold(surface) : surface;
        if (cache.Keep(key, held, threads, cancellation) is not { } kept)
            return ReferenceEquals(held, surface) ? Hold(surface) : held;
        if (ReferenceEquals(held, surface))
            return Opened(kept);
        kept.Dispose();
        return held;
    }

    /// <summary>Closes files and removes those that were only for this run.</summary>
    public void Dispose() => _files.ForEach(f => f.Dispose());

    private Surface Opened(SurfaceFile file)
    {
        if (!FitsInMemory(file))
        {
            _files.Add(file);
            return file;
        }
        using (file)
            return InMemory(file);
    }

    private Surface Hold(Surface surface)
    {
        if (FitsInMemory(surface))
            return InMemory(surface);
        var path = Path.GetTempFileName();
        var handle = File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        var file = SurfaceFile.Write(handle, default, surface, threads, cancellation);
        _files.Add(file);
        return file;
    }

    private GridSurface InMemory(Surface surface)
    {
        _bytesInMemory += Bytes(surface);
        return new GridSurface(surface.ToGrid(threads, cancellation));
    }

    private bool FitsInMemory(Surface surface) => _bytesInMemory + Bytes(surface) <= settings.MostBytesInMemory;

    private static long Bytes(Surface surface) => surface.Frame.CellCount * sizeof(float);
}
