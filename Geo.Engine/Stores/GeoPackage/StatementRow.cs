using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Geo.Engine.Stores.GeoPackage;

/// <summary>
/// The row that a statement stands at. SQLite gives each column in some nanoseconds; a call through a safe handle takes several times as long, and
/// a page of features makes thousands. Who uses it keeps the reader open.
/// </summary>
/// <param name="reader">An open reader.</param>
internal readonly struct StatementRow(SqliteDataReader reader)
{
    private readonly nint statement = reader.Handle!.DangerousGetHandle(); // not null: the reader is open

    /// <summary>The value of a column, good until the next row.</summary>
    public StatementValue this[int column] => new(sqlite3_column_value(statement, column));

    [DllImport("e_sqlite3"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint sqlite3_column_value(nint statement, int column);
}
