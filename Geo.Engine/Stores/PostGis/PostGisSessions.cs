using System.Net.Sockets;
using Geo.Engine.Features;
using Npgsql;

namespace Geo.Engine.Stores.PostGis;

/// <summary>Connections to one database, with time limits, one second try where a pooled connection turns out dead, and errors in words for people.</summary>
internal sealed class PostGisSessions : IAsyncDisposable
{
    private const int SecondsToConnect = 5;
    private const int SecondsPerCommand = 10;
    private const int ReadBuffer = 64 << 10;

    /// <summary>For a given connection string; what it says itself is left as it is.</summary>
    public PostGisSessions(string connectionString)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        Description = $"postgis:Host={given.Host};Port={given.Port};Database={given.Database}";
        KeepsSession = !given.NoResetOnClose; // as it was given: below it is set for sessions that are kept as well
        var limited = WithLimits(given);
        Source = NpgsqlDataSource.Create(limited);
        Lasting = new NpgsqlConnectionStringBuilder(limited) { Pooling = false }.ConnectionString;
    }

    /// <summary>Host, port and database; no password.</summary>
    public string Description { get; }

    /// <summary>The pool.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>Connection string for a connection that is kept and not counted to the pool.</summary>
    public string Lasting { get; }

    /// <summary>
    /// Whether a connection is the same server session from one use to the next, so that statements stay prepared on it and notifications reach it.
    /// Behind a pooler that gives out sessions by the transaction it is not; there the connection string says <c>No Reset On Close=true</c>.
    /// </summary>
    public bool KeepsSession { get; }

    /// <summary>
    /// Runs a read. After a restart of the server the pool still hands out connections that are dead; the first failure empties the pool and
    /// the read is tried once more.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The server does not answer, or refuses.</exception>
    public async Task<T> ReadAsync<T>(Func<Task<T>> read)
    {
        using var reading = StoreTelemetry.BeginRead("postgis");
        try
        {
            return await read();
        }
        catch (NpgsqlException fault) when (IsDeadConnection(fault))
        {
            Source.Clear();
            return await TranslatedAsync(read);
        }
        catch (NpgsqlException fault) when (Translate(fault) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>Runs something once.</summary>
    /// <exception cref="StoreUnavailableException">The server does not answer, or refuses.</exception>
    public async Task<T> TranslatedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (NpgsqlException fault) when (Translate(fault) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>What an error means to people; null for errors that are bugs of ours and are not to be taken for an outage.</summary>
    public StoreUnavailableException? Translate(NpgsqlException fault) => fault.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => Unavailable("refuses the user or the password", fault),
        PostgresErrorCodes.InvalidCatalogName => Unavailable("does not exist: the server has no such database", fault),
        PostgresErrorCodes.InsufficientPrivilege => Unavailable($"does not allow it to this user ({Text(fault)})", fault),
        PostgresErrorCodes.TooManyConnections => Unavailable("has no connection left; raise max_connections, or lower Maximum Pool Size", fault),
        PostgresErrorCodes.DiskFull => Unavailable("cannot grow: its disk is full. Nothing was changed", fault),
        PostgresErrorCodes.QueryCanceled => Unavailable("took too long for this request and was stopped", fault),
        PostgresErrorCodes.LockNotAvailable => Unavailable("is being changed by another program; try again when it has finished", fault),
        PostgresErrorCodes.ReadOnlySqlTransaction => Unavailable("can only be read; a server that may be written is needed", fault),
        { } state when state.StartsWith("57P", StringComparison.Ordinal) || state.StartsWith("08", StringComparison.Ordinal) => Unavailable($"does not answer ({Text(fault)})", fault),
        null => Unavailable($"does not answer ({(fault.InnerException is TimeoutException ? "no reply in time" : fault.InnerException?.Message ?? fault.Message)}); check that PostgreSQL runs there and can be reached", fault),
        _ => null,
    };

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Source.DisposeAsync();

    private static string WithLimits(NpgsqlConnectionStringBuilder settings)
    {
        bool IsGiven(string key) => settings.ContainsKey(key) && settings.ShouldSerialize(key);
        if (!IsGiven("Timeout"))
            settings.Timeout = SecondsToConnect;
        if (!IsGiven("Command Timeout"))
            settings.CommandTimeout = SecondsPerCommand;
        // No automatic preparation: FETCH from a cursor has one text for rows of many shapes, and Npgsql would read them by the first.
        if (!IsGiven("Max Auto Prepare"))
            settings.MaxAutoPrepare = 0;
        if (!IsGiven("Application Name"))
            settings.ApplicationName = "SocTrangGeo";
        // A page of a hundred features comes at once, not in five parts for each of which somebody has to be woken.
        if (!IsGiven("Read Buffer Size"))
            settings.ReadBufferSize = ReadBuffer;
        // Nothing that is done on a connection outlives its transaction but prepared statements, which are to stay: seven statements that put back the state of a
        // session would cost the server half as much again as a page of features.
        if (!IsGiven("No Reset On Close"))
            settings.NoResetOnClose = true;
        // The server ends a statement by itself, should its client be gone without a word.
        if (!IsGiven("Options"))
            settings.Options = "-c statement_timeout=30s";
        return settings.ConnectionString;
    }

    private static bool IsDeadConnection(NpgsqlException fault) =>
        fault.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
        || (fault is not PostgresException && fault.InnerException is IOException or SocketException);

    private StoreUnavailableException Unavailable(string what, NpgsqlException fault) => new($"The store {Description} {what}.", fault);

    private static string Text(NpgsqlException fault) => (fault as PostgresException)?.MessageText ?? fault.Message;
}
