using Geo.Engine.Features;
using Microsoft.Data.Sqlite;

namespace Geo.Engine.Stores.GeoPackage;

/// <summary>One state of the file, held for one reader: a read transaction on a connection that goes back to the file afterwards.</summary>
internal sealed class GeoPackageSnapshot : IDisposable
{
    private readonly GeoPackageFile file;
    private readonly GeoPackageConnection connection;
    private readonly CancellationToken cancellation;
    private GeoPackageCatalog? catalog;
    private readonly StoreTelemetry.Reading reading = StoreTelemetry.BeginRead("geopackage");
    private bool isSound = true;

    public GeoPackageSnapshot(GeoPackageFile file, GeoPackageConnection connection, CancellationToken cancellation)
    {
        this.file = file;
        this.connection = connection;
        this.cancellation = cancellation;
        connection.Watch(cancellation);
        try
        {
            // The first read fixes the state.
            connection.KeptNumber("BEGIN");
            connection.KeptNumber("SELECT 1 FROM sqlite_master LIMIT 1");
        }
        catch (SqliteException fault)
        {
            connection.Dispose();
            throw GeoPackageConnection.Translate(fault, file.Path, cancellation);
        }
    }

    /// <summary>What layers the file holds in this state; looked up when it is asked for, as documents and jobs do without.</summary>
    public GeoPackageCatalog Catalog => catalog ??= Ask(_ => ReadCatalog());

    /// <summary>The connection, for commands.</summary>
    public GeoPackageConnection Connection => connection;

    /// <summary>The table of a layer.</summary>
    /// <exception cref="LayerChangedException">It is gone or has another shape now.</exception>
    public GeoPackageTable Table(Layer layer)
    {
        var table = Catalog.Find(layer.Id);
        LayerChangedException.ThrowIfReshaped(layer, table?.Layer);
        return table!; // not null: the line above has thrown
    }

    /// <summary>Asks the database, with its errors in words for people.</summary>
    public T Ask<T>(Func<GeoPackageConnection, T> question)
    {
        try
        {
            connection.BeginStep();
            return question(connection);
        }
        catch (SqliteException fault)
        {
            throw Translated(fault);
        }
    }

    /// <summary>The next row.</summary>
    public bool Next(SqliteDataReader rows)
    {
        try
        {
            return connection.Next(rows);
        }
        catch (SqliteException fault)
        {
            throw Translated(fault);
        }
    }

    /// <summary>Ends the transaction.</summary>
    public void Dispose()
    {
        reading.Dispose();
        connection.Watch(CancellationToken.None);
        if (isSound && TryEnd())
            file.Return(connection);
        else
            connection.Dispose();
    }

    private Exception Translated(SqliteException fault)
    {
        isSound = false;
        return GeoPackageConnection.Translate(fault, file.Path, cancellation);
    }

    private GeoPackageCatalog ReadCatalog()
    {
        var version = connection.KeptNumber("PRAGMA data_version") ?? 0;
        if (connection.Seen is { } seen && seen.DataVersion == version)
            return seen.Catalog;
        var read = new GeoPackageCatalogReader(connection, System.IO.Path.GetFileName(file.Path)).Read();
        connection.Seen = (version, read);
        return read;
    }

    private bool TryEnd()
    {
        try
        {
            connection.KeptNumber("ROLLBACK");
            return true;
        }
        catch (SqliteException)
        {
            return false; // the connection is thrown away instead
        }
    }
}
