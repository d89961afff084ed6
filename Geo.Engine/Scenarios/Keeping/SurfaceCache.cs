using Geo.Engine.Grids;
using Geo.Engine.Grids.Surfaces;

namespace Geo.Engine.Scenarios.Keeping;

/// <summary>
/// Measured surfaces kept in a folder from one run to the next, by the hash of all they depend on: measure, contents of layers, frame, halo and engine version. So
/// a run with other weights measures nothing again. Bounded: the surfaces that were used longest ago go first. A file that is damaged or cut short is
/// computed again; a folder that cannot be written to is done without. Several processes may share it.
/// </summary>
/// <param name="folder">The folder; made when it is not there.</param>
/// <param name="mostBytes">Most bytes that its files may have together, at least 0; one file that is larger is not kept.</param>
/// <param name="time">Clock that says when a surface was last used.</param>
public sealed class SurfaceCache(string folder, long mostBytes, TimeProvider time)
{
    private const string Extension = ".surface";

    private static int _numberOfFiles;

    /// <summary>The folder.</summary>
    public string Folder { get; } = folder;

    /// <summary>The surface of a key on a frame; null when it is not kept, or not whole.</summary>
    internal SurfaceFile? Find(byte[] key, GridFrame frame, int threads, CancellationToken cancellation)
    {
        var path = PathOf(key);
        try
        {
            if (!File.Exists(path))
                return null;
            var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var found = SurfaceFile.Open(file, key, frame, threads, cancellation);
            if (found is null)
                File.Delete(path);
            else
                File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime);
            return found;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps a surface; null when there is no room for it.</summary>
    internal SurfaceFile? Keep(byte[] key, Surface surface, int threads, CancellationToken cancellation)
    {
        if (SurfaceFile.BytesOf(surface.Frame) > mostBytes)
            return null;
        var unfinished = Path.Combine(Folder, FormattableString.Invariant($"{Environment.ProcessId}-{Interlocked.Increment(ref _numberOfFiles)}.unfinished"));
        SurfaceFile? written = null;
        try
        {
            Directory.CreateDirectory(Folder);
            var file = File.OpenHandle(unfinished, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            written = SurfaceFile.Write(file, key, surface, threads, cancellation);
            File.Move(unfinished, PathOf(key), overwrite: true);
            MakeRoom(PathOf(key));
            return written;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            written?.Dispose();
            return null;
        }
        finally
        {
            Remove(unfinished); // gone already when it was finished
        }
    }

    private string PathOf(byte[] key) => Path.Combine(Folder, Convert.ToHexStringLower(key) + Extension);

    private void MakeRoom(string newest)
    {
        var files = new DirectoryInfo(Folder).GetFiles("*" + Extension).OrderByDescending(f => f.FullName == newest).ThenByDescending(f => f.LastWriteTimeUtc).ToList();
        var bytes = 0L;
        foreach (var file in files)
        {
            bytes += file.Length;
            if (bytes > mostBytes)
                Remove(file.FullName);
        }
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // In use by another process: it goes with the next surface that needs room.
        }
    }
}
