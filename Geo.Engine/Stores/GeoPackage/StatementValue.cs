using System.Runtime.InteropServices;

namespace Geo.Engine.Stores.GeoPackage;

/// <summary>
/// A value in the row of a statement, good until its next row. To be looked at by one thread at a time, as with all that belongs to a connection; what it is asked for is of its
/// own storage class, so that SQLite never turns it into another.
/// </summary>
/// <param name="value">Its address.</param>
internal readonly struct StatementValue(nint value)
{
    /// <summary>Storage class: SQLITE_INTEGER, _FLOAT, _TEXT, _BLOB or _NULL.</summary>
    public int Type => sqlite3_value_type(value);

    /// <summary>An integer.</summary>
    public long Whole => sqlite3_value_int64(value);

    /// <summary>A floating-point number.</summary>
    public double Number => sqlite3_value_double(value);

    /// <summary>The bytes of a blob, or of a text in the encoding of the file.</summary>
    public unsafe ReadOnlySpan<byte> Bytes => new(sqlite3_value_blob(value), sqlite3_value_bytes(value));

    [DllImport("e_sqlite3"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int sqlite3_value_type(nint value);

    [DllImport("e_sqlite3"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern long sqlite3_value_int64(nint value);

    [DllImport("e_sqlite3"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern double sqlite3_value_double(nint value);

    [DllImport("e_sqlite3"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern unsafe void* sqlite3_value_blob(nint value);

    [DllImport("e_sqlite3"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int sqlite3_value_bytes(nint value);
}
