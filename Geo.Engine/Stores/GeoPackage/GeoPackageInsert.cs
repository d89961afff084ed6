using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Geo.Engine.Stores.GeoPackage;

/// <summary>
/// A statement that is prepared once and run for row after row, its values bound by their places. Microsoft.Data.Sqlite looks each parameter up by name
/// for each row, which takes longer than SQLite itself.
/// </summary>
internal sealed class GeoPackageInsert : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private byte[] text = ArrayPool<byte>.Shared.Rent(1024);

    /// <summary>Prepares the statement.</summary>
    public GeoPackageInsert(sqlite3 database, string sql)
    {
        this.database = database;
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    /// <summary>Binds a whole number to a place, counted from 1.</summary>
    public void Bind(int place, long value) => Check(raw.sqlite3_bind_int64(statement, place, value));

    /// <summary>Binds bytes.</summary>
    public void Bind(int place, ReadOnlySpan<byte> value) => Check(raw.sqlite3_bind_blob(statement, place, value));

    /// <summary>Binds a property value, or nothing.</summary>
    public void Bind(int place, object? value) => Check((value is null ? null : SqliteValue.Encode(value)) switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        long whole => raw.sqlite3_bind_int64(statement, place, whole),
        double number => raw.sqlite3_bind_double(statement, place, number),
        var other => raw.sqlite3_bind_text(statement, place, Utf8((string)other)),
    });

    /// <summary>Runs the statement with the values that are bound; they stay bound.</summary>
    public void Run()
    {
        var result = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (result != raw.SQLITE_DONE)
            Check(result);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        statement.Dispose();
        ArrayPool<byte>.Shared.Return(text);
        text = [];
    }

    private ReadOnlySpan<byte> Utf8(string value)
    {
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (text.Length < most)
        {
            ArrayPool<byte>.Shared.Return(text);
            text = ArrayPool<byte>.Shared.Rent(most);
        }
        return text.AsSpan(0, Encoding.UTF8.GetBytes(value, text));
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, database);
}
