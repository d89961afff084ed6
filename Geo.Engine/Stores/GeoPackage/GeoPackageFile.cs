using System.Collections.Concurrent;
using Geo.Engine.Features;
using Microsoft.Data.Sqlite;

namespace Geo.Engine.Stores.GeoPackage;

/// <summary>A GeoPackage on disk: how it is opened and created, and its connections.</summary>
internal sealed class GeoPackageFile(string path, bool readOnly) : IDisposable
{
    private const int MostIdle = 16;
    private readonly ConcurrentBag<GeoPackageConnection> idle = [];
    private string? frozenSource;
    private bool isWritable;
    private bool isOpen;
    private bool isDisposed;

    /// <summary>The path as it was given.</summary>
    public string Path { get; } = path;

    /// <summary>Opens the file, or makes a new one where there is none, and looks whether it can be served.</summary>
    /// <exception cref="StoreUnavailableException">It cannot.</exception>
    public void Open(CancellationToken cancellation)
    {
        if (isOpen)
            return;
        try
        {
            if (!File.Exists(Path))
                MakeFolder();
            OpenExisting();
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == SQLitePCL.raw.SQLITE_CANTOPEN && TryOpenFrozen())
        {
            // In a folder where nothing can be written, a file in WAL mode is readable only when nobody changes it.
        }
        catch (SqliteException fault)
        {
            throw GeoPackageConnection.Translate(fault, Path, cancellation);
        }
        isOpen = true;
    }

    /// <summary>A state of the file for one reader.</summary>
    public GeoPackageSnapshot BeginRead(CancellationToken cancellation)
    {
        RequireOpen();
        cancellation.ThrowIfCancellationRequested();
        return new GeoPackageSnapshot(this, idle.TryTake(out var connection) ? connection : NewReader(cancellation), cancellation);
    }

    /// <summary>A connection for one change.</summary>
    /// <param name="isLoading">Whether whole layers may be loaded, which may take its time; else it waits ten seconds for another program at most.</param>
    /// <param name="isAlone">Whether it takes the file for itself, should nobody have it open.</param>
    public GeoPackageConnection OpenWriter(bool isLoading = true, bool isAlone = false)
    {
        RequireOpen();
        if (!isWritable)
            throw new StoreUnavailableException($"The store {Path} was opened for reading only; give a file, in a folder, that may be written.");
        var writer = GeoPackageConnection.Open(frozenSource ?? Path, SqliteOpenMode.ReadWrite, isLoading);
        writer.Execute("PRAGMA synchronous = FULL; PRAGMA cache_size = -65536;");
        if (isAlone)
            CloseIdle();
        if (!isAlone || !writer.TryJournal("DELETE"))
            writer.Execute("PRAGMA journal_mode = WAL");
        return writer;
    }

    /// <summary>Takes a connection back for the next reader.</summary>
    public void Return(GeoPackageConnection connection)
    {
        if (isDisposed || idle.Count >= MostIdle)
            connection.Dispose();
        else
            idle.Add(connection);
    }

    /// <summary>Closes the idle connections; those in use close when they come back.</summary>
    public void Dispose()
    {
        isDisposed = true;
        CloseIdle();
    }

    private void CloseIdle()
    {
        while (idle.TryTake(out var connection))
            connection.Dispose();
    }

    private void RequireOpen()
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        if (!isOpen)
            throw new InvalidOperationException("The store is used before it was opened.");
    }

    private void MakeFolder()
    {
        if (readOnly)
            throw new StoreUnavailableException($"The store {Path} does not exist.");
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path)) ?? ".");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The store {Path} cannot be made: its folder cannot be made ({fault.Message}).", fault);
        }
    }

    private void OpenExisting()
    {
        using var connection = GeoPackageConnection.Open(frozenSource ?? Path, readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate, isWriter: false);
        isWritable = !readOnly && !connection.IsReadOnly;
        if (isWritable && IsBlank(connection))
            Create(connection);
        GeoPackageSchema.Check(connection, Path);
    }

    private bool TryOpenFrozen()
    {
        var isWhole = ((string[])["-wal", "-journal"]).All(ending => new FileInfo(Path + ending) is { Exists: false } or { Length: 0 });
        if (!File.Exists(Path) || !isWhole)
            return false;
        var uri = $"file:{Uri.EscapeDataString(System.IO.Path.GetFullPath(Path)).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1";
        using var connection = GeoPackageConnection.Open(uri, SqliteOpenMode.ReadOnly, isWriter: false);
        GeoPackageSchema.Check(connection, Path);
        (frozenSource, isWritable) = (uri, false);
        return true;
    }

    private static bool IsBlank(GeoPackageConnection connection) => connection.Scalar("SELECT count(*) FROM sqlite_master") is 0L;

    // All at once, so that a program that dies half-way leaves a blank file, and two that begin together make one store.
    private static void Create(GeoPackageConnection connection)
    {
        connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN IMMEDIATE;");
        if (IsBlank(connection))
            GeoPackageSchema.Create(connection);
        connection.Execute("COMMIT");
    }

    private GeoPackageConnection NewReader(CancellationToken cancellation)
    {
        try
        {
            var reader = GeoPackageConnection.Open(frozenSource ?? Path, isWritable ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadOnly, isWriter: false);
            reader.Execute("PRAGMA query_only = ON");
            return reader;
        }
        catch (SqliteException fault)
        {
            throw GeoPackageConnection.Translate(fault, Path, cancellation);
        }
    }
}
