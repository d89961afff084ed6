using Geo.Engine.Grids;
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

    /// <summary>Measures a surface once and for all, or finds it measured.</summary>
    /// <param name="key">Hash of all it depends on, under which it may be found again; null when finding costs as much as measuring.</param>
    /// <param name="frame">Where its cells lie.</param>
    /// <param name="lay">How it is measured.</param>
    /// <exception cref="IOException">It does not fit into memory, and the folder for temporary files is full.</exception>
    public Surface Keep(byte[]? key, GridFrame frame, Func<Surface> lay)
    {
        if (key is null || settings.Cache is not { } cache)
            return Hold(lay());
        if (cache.Find(key, frame, threads, cancellation) is { } found)
            return Opened(found);
        var surface = lay();
        if (FitsInMemory(frame))
        {
            surface = Hold(surface);
            cache.Keep(key, surface, threads, cancellation)?.Dispose();
            return surface;
        }
        return cache.Keep(key, surface, threads, cancellation) is { } kept ? Opened(kept) : Hold(surface);
    }

    /// <summary>Closes files and removes those that were only for this run.</summary>
    public void Dispose() => _files.ForEach(f => f.Dispose());

    private Surface Opened(SurfaceFile file)
    {
        if (!FitsInMemory(file.Frame))
        {
            _files.Add(file);
            return file;
        }
        using (file)
            return InMemory(file);
    }

    private Surface Hold(Surface surface)
    {
        if (FitsInMemory(surface.Frame))
            return InMemory(surface);
        var handle = File.OpenHandle(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);
        var file = SurfaceFile.Write(handle, default, surface, threads, cancellation);
        _files.Add(file);
        return file;
    }

    private GridSurface InMemory(Surface surface)
    {
        _bytesInMemory += Bytes(surface.Frame);
        return surface as GridSurface ?? new GridSurface(surface.ToGrid(threads, cancellation));
    }

    private bool FitsInMemory(GridFrame frame) => _bytesInMemory + Bytes(frame) <= settings.MostBytesInMemory;

    private static long Bytes(GridFrame frame) => frame.CellCount * sizeof(float);
}
