using Geo.Engine.Jobs;

namespace Geo.Api.Jobs;

/// <summary>
/// Tells which running jobs have no worker any more: their beat has stood still for a whole lease, by a clock that only counts up. So a clock that is set, ahead or
/// back, neither takes a job from its worker nor leaves one lying.
/// </summary>
internal sealed class JobWatch(TimeSpan lease, TimeProvider time)
{
    private readonly Dictionary<string, (long Fence, long Beat, long Since)> _seen = new(StringComparer.Ordinal);

    /// <summary>Looks at a running job; true once it has stood still for long enough.</summary>
    public bool IsAbandoned(Job job)
    {
        if (_seen.TryGetValue(job.Id, out var seen) && (seen.Fence, seen.Beat) == (job.Fence, job.Beat))
            return time.GetElapsedTime(seen.Since) >= lease;
        _seen[job.Id] = (job.Fence, job.Beat, time.GetTimestamp());
        return false;
    }

    /// <summary>Forgets all jobs but these.</summary>
    public void KeepOnly(IEnumerable<string> jobIds)
    {
        foreach (var gone in _seen.Keys.Except(jobIds, StringComparer.Ordinal).ToList())
            _seen.Remove(gone);
    }
}
