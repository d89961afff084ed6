using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Geo.Engine.Access;

namespace Geo.Tests.Api;

/// <summary>An audit log in memory, without a chain.</summary>
internal sealed class MemoryAuditLog(Func<CancellationToken, Task> answer) : IAuditLog
{
    private readonly ConcurrentQueue<AuditEntry> _entries = [];

    public IReadOnlyCollection<AuditEntry> Entries => _entries;

    public async Task AppendAsync(AuditEntry entry, CancellationToken cancellation)
    {
        await answer(cancellation);
        _entries.Enqueue(entry);
    }

    public async IAsyncEnumerable<AuditRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await answer(cancellation);
        foreach (var (index, entry) in _entries.Index())
            yield return new AuditRecord(index + 1, entry, "");
    }
}
