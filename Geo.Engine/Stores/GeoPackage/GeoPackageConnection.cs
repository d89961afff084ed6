using Geo.Engine.Features;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Geo.Engine.Stores.GeoPackage;

/// <summary>
/// One open connection to a GeoPackage, armed against files made to do harm: the schema may run nothing (<c>trusted_schema</c>), cannot be
/// tampered with (<c>DEFENSIVE</c>), pages are checked, and a step of a statement ends after <see cref="LongestStep"/> or when it is cancelled.
/// </summary>
internal sealed class GeoPackageConnection : IDisposable
{
    /// <summary>A view or a damaged tree can keep SQLite busy for ever; sound reads give their next row long before.</summary>
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(10);

    private const int DefensiveOption = 1010; // SQLITE_DBCONFIG_DEFENSIVE
    private const int TriggerOption = 1003; // SQLITE_DBCONFIG_ENABLE_TRIGGER
    private const int InstructionsBetweenLooks = 20_000;
    private const int MostKept = 16;
    private const int PrimaryCode = 0xFF; // what is above it tells more of the same fault

    // Each connection is used by one thread at a time, so that SQLite need not guard it; must be said before its first use.
    static GeoPackageConnection()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
    }

    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, sqlite3_stmt> numbers = new(StringComparer.Ordinal);
    private readonly bool limitsSteps;
    private long stepBegan;
    private CancellationToken cancellation;

    private GeoPackageConnection(SqliteConnection connection, bool limitsSteps)
    {
        this.connection = connection;
        this.limitsSteps = limitsSteps;
    }

    /// <summary>The tables as they stood when this connection last looked; kept as long as no other connection has changed the file.</summary>
    public (long DataVersion, GeoPackageCatalog Catalog)? Seen { get; set; }

    /// <summary>Whether the file cannot be written.</summary>
    public bool IsReadOnly => raw.sqlite3_db_readonly(connection.Handle, "main") == 1;

    /// <summary>Opens the file.</summary>
    /// <param name="dataSource">File path or SQLite URI.</param>
    /// <param name="mode">How.</param>
    /// <param name="isWriter">True for the connection that loads: its statements may take their time.</param>
    public static GeoPackageConnection Open(string dataSource, SqliteOpenMode mode, bool isWriter)
    {
        var settings = new SqliteConnectionStringBuilder { DataSource = dataSource, Mode = mode, Pooling = false, DefaultTimeout = isWriter ? 60 : 10 };
        var opened = new GeoPackageConnection(new SqliteConnection(settings.ConnectionString), !isWriter);
        try
        {
            opened.connection.Open();
            opened.Arm();
            return opened;
        }
        catch (SqliteException)
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>Begins a statement under a token.</summary>
    public void Watch(CancellationToken token) => cancellation = token;

    /// <summary>A command on this connection.</summary>
    public SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    /// <summary>A statement on this connection to be run many times.</summary>
    public GeoPackageInsert Insert(string sql) => new(connection.Handle!, sql); // not null: the connection is open

    /// <summary>A command whose statement stays prepared on this connection when it is given back; one reader at a time uses it.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="parameters">Its values.</param>
    public BorrowedCommand Borrow(string sql, IEnumerable<SqliteParameter> parameters)
    {
        if (!kept.Remove(sql, out var command))
            command = Command(sql);
        command.Parameters.AddRange(parameters);
        return new BorrowedCommand(this, command);
    }

    /// <summary>Takes a command back; when as many are kept as may be, all before it are forgotten at once.</summary>
    public void GiveBack(SqliteCommand command)
    {
        command.Parameters.Clear();
        if (kept.Count >= MostKept)
            ForgetKept();
        if (!kept.TryAdd(command.CommandText, command))
            command.Dispose();
    }

    /// <summary>
    /// The whole number in the first row of a statement without parameters that is asked with every read; null when it gives no row. SQLite is asked directly,
    /// as Microsoft.Data.Sqlite takes several times as long; only where the file is locked, it waits as that knows to.
    /// </summary>
    public long? KeptNumber(string sql)
    {
        BeginStep();
        if (!numbers.TryGetValue(sql, out var statement))
        {
            SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection.Handle, sql, out statement), connection.Handle);
            numbers.Add(sql, statement);
        }
        var result = raw.sqlite3_step(statement);
        var number = result == raw.SQLITE_ROW ? raw.sqlite3_column_int64(statement, 0) : (long?)null;
        raw.sqlite3_reset(statement);
        if ((result & PrimaryCode) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED)
            return Scalar(sql) as long?;
        if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            SqliteException.ThrowExceptionForRC(result, connection.Handle);
        return number;
    }

    /// <summary>Runs statements that give no rows.</summary>
    public void Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(sql, parameters);
        BeginStep();
        command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row; null when there is none, or it is NULL.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(sql, parameters);
        BeginStep();
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>All rows.</summary>
    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = Command(sql, parameters);
        BeginStep();
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (Next(reader))
            rows.Add(read(reader));
        return rows;
    }

    /// <summary>The next row, within the time of a step.</summary>
    public bool Next(SqliteDataReader reader)
    {
        BeginStep();
        return reader.Read();
    }

    /// <summary>Starts the clock of a step.</summary>
    public void BeginStep() => stepBegan = Environment.TickCount64; // coarse, and asked with every row

    /// <summary>Lets the loader write the inside of an R-tree, or forbids it again.</summary>
    public void SetDefensive(bool on) => raw.sqlite3_db_config(connection.Handle, DefensiveOption, on ? 1 : 0, out _);

    /// <summary>Changes how the file is made safe against a crash; false where others have it open, which leaves it as it was.</summary>
    public bool TryJournal(string mode) => raw.sqlite3_exec(connection.Handle, $"PRAGMA journal_mode = {mode}") == raw.SQLITE_OK;

    /// <summary>Runs no triggers from now on: those of a layer count the edits of other programs and call functions that are theirs.</summary>
    public void DisableTriggers() => raw.sqlite3_db_config(connection.Handle, TriggerOption, 0, out _);

    /// <inheritdoc/>
    public void Dispose()
    {
        ForgetKept();
        foreach (var statement in numbers.Values)
            statement.Dispose();
        connection.Dispose();
    }

    private void ForgetKept()
    {
        foreach (var command in kept.Values)
            command.Dispose();
        kept.Clear();
    }

    private void Arm()
    {
        raw.sqlite3_progress_handler(connection.Handle, InstructionsBetweenLooks, static state => ((GeoPackageConnection)state).MustStop() ? 1 : 0, this);
        SetDefensive(true);
        Execute("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;");
    }

    private bool MustStop() => cancellation.IsCancellationRequested || (limitsSteps && Environment.TickCount64 - stepBegan > LongestStep.TotalMilliseconds);

    /// <summary>What an error of SQLite means to people.</summary>
    public static Exception Translate(SqliteException fault, string path, CancellationToken cancellation) => fault.SqliteErrorCode switch
    {
        raw.SQLITE_INTERRUPT when cancellation.IsCancellationRequested => new OperationCanceledException(cancellation),
        raw.SQLITE_INTERRUPT => new StoreUnavailableException($"The store {path} needed more than {LongestStep.TotalSeconds:0} s for one row; its indexes or views are not sound.", fault),
        raw.SQLITE_CORRUPT => new StoreUnavailableException($"The store {path} is damaged ({fault.Message}); restore it from a copy, or save what can be read with ogr2ogr.", fault),
        raw.SQLITE_NOTADB => new StoreUnavailableException($"The store {path} is not a GeoPackage: it is no SQLite file.", fault),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new StoreUnavailableException($"The store {path} is being written by another program; try again when it has finished.", fault),
        raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH => new StoreUnavailableException($"The store {path} cannot be opened; check that the folder exists and that it may be read and written.", fault),
        raw.SQLITE_READONLY => new StoreUnavailableException($"The store {path} cannot be written; it, or its folder, is read-only.", fault),
        raw.SQLITE_FULL => new StoreUnavailableException($"The store {path} cannot grow: the disk is full. Nothing was changed.", fault),
        raw.SQLITE_IOERR => new StoreUnavailableException($"The store {path} cannot be read or written: the disk reports an error ({fault.Message}).", fault),
        _ => new StoreUnavailableException($"The store {path} answered with an error ({fault.Message}).", fault),
    };
}
