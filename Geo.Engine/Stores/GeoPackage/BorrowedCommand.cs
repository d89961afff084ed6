using Microsoft.Data.Sqlite;

namespace Geo.Engine.Stores.GeoPackage;

/// <summary>A command that goes back to its connection, with its statement prepared; readers of it are closed before.</summary>
internal readonly struct BorrowedCommand(GeoPackageConnection owner, SqliteCommand command) : IDisposable
{
    /// <summary>The command.</summary>
    public SqliteCommand Command => command;

    /// <inheritdoc/>
    public void Dispose() => owner.GiveBack(command);
}
