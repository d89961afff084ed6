using System.Collections.Concurrent;

namespace Geo.Api.Jobs;

/// <summary>The jobs that this process works at, so that they can be stopped at once.</summary>
internal sealed class RunningJobs
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _stops = new(StringComparer.Ordinal);

    /// <summary>Number of jobs at work.</summary>
    public int Count => _stops.Count;

    /// <summary>Whether a job is at work here.</summary>
    public bool Holds(string jobId) => _stops.ContainsKey(jobId);

    /// <summary>A job begins.</summary>
    public void Add(string jobId, CancellationTokenSource stop) => _stops[jobId] = stop;

    /// <summary>A job has ended.</summary>
    public void Remove(string jobId) => _stops.TryRemove(jobId, out _);

    /// <summary>Stops a job, if it is at work here.</summary>
    public void Stop(string jobId)
    {
        if (_stops.TryGetValue(jobId, out var stop))
            Cancel(stop);
    }

    /// <summary>Stops them all.</summary>
    public void StopAll()
    {
        foreach (var stop in _stops.Values)
            Cancel(stop);
    }

    private static void Cancel(CancellationTokenSource stop)
    {
        try
        {
            stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It has ended in this very moment.
        }
    }
}
