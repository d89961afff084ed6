using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Geo.Engine.Stores.GeoPackage;

/// <summary>
/// The columns of the row that a statement stands at. SQLite gives each in some nanoseconds; a call through a safe handle takes several times as long, and
/// a page of features makes thousands. Who uses it keeps the reader open.
/// </summary>
/// <param name="reader">An open reader.</param>
internal readonly struct StatementRow(SqliteDataReader reader)
{
    private readonly nint statement = reader.Handle!.DangerousGetHandle(); // not null: the reader is open

    /// <summary>Storage class: SQLITE_INTEGER, _FLOAT, _TEXT, _BLOB or _NULL.</summary>
    public int Type(int column) => sqlite3_column_type(statement, column);

    /// <summary>An integer.</summary>
    public long Whole(int column) => sqlite3_column_int64(statement, column);

    /// <summary>A floating-point number.</summary>
    public double Number(int column) => sqlite3_column_double(statement, column);

    /// <summary>The bytes of a blob, or of a text in the encoding of the file; good until the next row.</summary>
    public unsafe ReadOnlySpan<byte> Bytes(int column) => new(sqlite3_column_blob(statement, column), sqlite3_column_bytes(statement, column));

    [DllImport("e_sqlite3"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int sqlite3_column_type(nint statement, int column);

    [DllImport("e_sqlite3"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern long sqlite3_column_int64(nint statement, int column);

    [DllImport("e_sqlite3"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern double sqlite3_column_double(nint statement, int column);

    [DllImport("e_sqlite3"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern unsafe void* sqlite3_column_blob(nint statement, int column);

    [DllImport("e_sqlite3"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int sqlite3_column_bytes(nint statement, int column);
}
