using System.Threading.Channels;
using Geo.Api.Http;
using Geo.Engine.Access;
using Geo.Engine.Features;

namespace Geo.Api.Access;

/// <summary>
/// Keeps in the audit log that somebody known asked for more than his role allows: once a minute for each thing, in the background, so that
/// asking again and again neither fills the log nor waits for the store. Strangers are only logged.
/// </summary>
internal sealed class Refusals(IFeatureStore store, TimeProvider time, ILogger<Refusals> logger) : BackgroundService
{
    private static readonly TimeSpan Once = TimeSpan.FromMinutes(1);

    private readonly Channel<AuditEntry> _waiting = Channel.CreateBounded<AuditEntry>(new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lock _lock = new();
    private readonly HashSet<string> _kept = new(StringComparer.Ordinal);
    private long _since;

    /// <summary>Takes note of a refusal; returns at once.</summary>
    public void Add(Caller caller, string method, string route, string requestId)
    {
        if (!IsNew($"{caller.Id} {method} {route}"))
            return;
        logger.CallerRefused(caller.Id, method, route);
        if (caller.Proof != Proof.None)
            _waiting.Writer.TryWrite(new AuditEntry(time.GetUtcNow(), new Author(caller.Id, "access.refused", requestId), $"{method} {route}"));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var entry in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await store.Audit.AppendAsync(entry, stoppingToken);
            }
            catch (StoreUnavailableException away)
            {
                logger.RefusalNotKept(away.Message);
            }
        }
    }

    private bool IsNew(string what)
    {
        lock (_lock)
        {
            if (time.GetElapsedTime(_since) > Once)
            {
                _kept.Clear();
                _since = time.GetTimestamp();
            }
            return _kept.Add(what);
        }
    }
}
