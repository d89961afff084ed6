namespace Geo.Api.Jobs;

/// <summary>Wakes those in this process who wait for a change of any job; who waits for one that another process runs looks every second anyway.</summary>
internal sealed class JobPulse(TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private TaskCompletionSource _next = New();

    /// <summary>Something has changed.</summary>
    public void Beat() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    /// <summary>The next change. Taken before looking at the ledger, it misses none.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Waits for a change, or a second.</summary>
    public async Task WaitAsync(Task change, CancellationToken cancellation)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(change, Task.Delay(Longest, time, ended.Token));
        await ended.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
