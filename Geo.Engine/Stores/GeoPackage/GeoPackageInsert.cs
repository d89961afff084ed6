using System.Globalization;
using System.Text;
using Geo.Engine.Features;
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

    /// <summary>Binds nothing.</summary>
    public void BindNull(int place) => Check(raw.sqlite3_bind_null(statement, place));

    /// <summary>Binds a property of a row, in the form that the GeoPackage standard asks for (see <see cref="SqliteValue.Encode"/>).</summary>
    public void Bind(int place, FeatureRow row, int index, PropertyType type)
    {
        if (row.IsNull(index))
        {
            BindNull(place);
            return;
        }
        Check(type switch
        {
            PropertyType.Text => BindText(place, row.Text(index)),
            PropertyType.Integer => raw.sqlite3_bind_int64(statement, place, row.Whole(index)),
            PropertyType.Number => raw.sqlite3_bind_double(statement, place, row.Number(index)),
            PropertyType.Boolean => raw.sqlite3_bind_int64(statement, place, row.Truth(index) ? 1 : 0),
            PropertyType.Date => BindDate(place, row.Day(index)),
            _ => BindText(place, Encoding.ASCII.GetBytes((string)SqliteValue.Encode(row.Moment(index)))),
        });
    }

    /// <summary>Runs the statement with the values that are bound; they stay bound.</summary>
    public void Run()
    {
        var result = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (result != raw.SQLITE_DONE)
            Check(result);
    }

    /// <inheritdoc/>
    public void Dispose() => statement.Dispose();

    private int BindDate(int place, DateOnly date)
    {
        Span<byte> text = stackalloc byte[10];
        date.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        return BindText(place, text);
    }

    // Empty bytes have no address, which SQLite takes for NULL.
    private int BindText(int place, ReadOnlySpan<byte> value) =>
        value.IsEmpty ? raw.sqlite3_bind_text(statement, place, "") : raw.sqlite3_bind_text(statement, place, value);

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, database);
}
