using Npgsql;

namespace Geo.Engine.Stores.PostGis;

/// <summary>
/// Listens, on a connection of its own, for PostgreSQL's word that layers have changed (NOTIFY, sent by a trigger when the change is committed), and looks at their
/// revisions every second for changes without a word (data restored with triggers off). As long as that connection proves alive, layers need not be
/// asked for again. Begins by itself once layers are asked for often, so that a command of a second never opens it.
/// </summary>
/// <param name="connectionString">How to connect.</param>
/// <param name="known">What is forgotten at the word.</param>
/// <param name="time">Clock for proofs and pauses.</param>
internal sealed class CatalogWatch(string connectionString, KnownLayers known, TimeProvider time) : IAsyncDisposable
{
    private const string Channel = "soctrang_layers";
    private const int AskedOften = 16;

    private static readonly TimeSpan ProofEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ProofHolds = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _end = new();
    private readonly Lock _lock = new();
    private Task _listening = Task.CompletedTask;
    private int _asked;
    private long _provenAt;
    private volatile bool _isProven;

    /// <summary>Whether what is known holds: a change by another process would have been heard, but for the moment in which its word is under way.</summary>
    public bool IsTrusted => _isProven && time.GetElapsedTime(Interlocked.Read(ref _provenAt)) < ProofHolds;

    /// <summary>A layer was asked for.</summary>
    public void Asked()
    {
        if (Interlocked.Increment(ref _asked) != AskedOften)
            return;
        lock (_lock)
        {
            if (!_end.IsCancellationRequested)
                _listening = Task.Run(ListenAsync);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        lock (_lock)
            _end.Cancel();
        await _listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private async Task ListenAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                await ListenOnceAsync(_end.Token);
            }
            catch (Exception fault) when (fault is NpgsqlException or IOException or InvalidOperationException or OperationCanceledException)
            {
                // The database is away, cannot be listened to (a standby), or the store is closing. Until it can be, every request asks.
            }
            _isProven = false;
            await Task.Delay(Pause, time, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenOnceAsync(CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        connection.Notification += (_, _) => known.Forget();
        await connection.OpenAsync(cancellation);
        await SubscribeAsync(connection, cancellation);
        for (var seen = -1L; ;)
        {
            var askedAt = time.GetTimestamp();
            var revisions = await RevisionsAsync(connection, cancellation);
            if (revisions != seen)
                known.Forget();
            seen = revisions;
            Interlocked.Exchange(ref _provenAt, askedAt);
            _isProven = true;
            await connection.WaitAsync(ProofEvery, cancellation);
        }
    }

    private static async Task<long> RevisionsAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("SELECT coalesce(sum(revision), 0)::bigint FROM soctrang.layers", connection);
        return (long)(await command.ExecuteScalarAsync(cancellation) ?? 0L);
    }

    private static async Task SubscribeAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"LISTEN {Channel}", connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
