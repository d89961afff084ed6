using System.Collections.Concurrent;
using System.Security.Cryptography;
using Geo.Api.Health;
using Geo.Api.Http;
using Geo.Api.Processes;
using Geo.Engine.Features;
using Geo.Engine.Jobs;

namespace Geo.Api.Jobs;

/// <summary>
/// Takes jobs from the ledger and has them run: waiting ones in their order, and those of workers that are gone. Quick processes do not wait behind those that take all
/// processors. When the server stops it takes no more, lets the running ones finish for a while, and has the rest given back.
/// </summary>
internal sealed class JobWorker : BackgroundService
{
    private const int QuickAtOnce = 4;

    private readonly IJobLedger _ledger;
    private readonly ProcessCatalog _catalog;
    private readonly JobRun _run;
    private readonly JobRetention _retention;
    private readonly RunningJobs _running;
    private readonly JobPulse _pulse;
    private readonly PreparationProgress _preparation;
    private readonly GeoOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<JobWorker> _logger;
    private readonly CancellationToken _stopping;
    private readonly JobWatch _watch;
    private readonly string _name = $"{Environment.MachineName}/{Environment.ProcessId}/{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
    private readonly ConcurrentDictionary<string, (Task Work, bool IsQuick)> _works = new(StringComparer.Ordinal);

    public JobWorker(IServiceProvider services)
    {
        _ledger = services.GetRequiredService<IJobLedger>();
        _catalog = services.GetRequiredService<ProcessCatalog>();
        _run = services.GetRequiredService<JobRun>();
        _retention = services.GetRequiredService<JobRetention>();
        _running = services.GetRequiredService<RunningJobs>();
        _pulse = services.GetRequiredService<JobPulse>();
        _preparation = services.GetRequiredService<PreparationProgress>();
        _options = services.GetRequiredService<GeoOptions>();
        _time = services.GetRequiredService<TimeProvider>();
        _logger = services.GetRequiredService<ILogger<JobWorker>>();
        _stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        _watch = new JobWatch(TimeSpan.FromSeconds(_options.JobLeaseSeconds), _time);
    }

    /// <summary>Waits for the jobs at work, which are stopped when their time is up.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(_works.Values.Select(w => w.Work)).WaitAsync(cancellationToken);
    }

    /// <summary>Stops what is still at work: the host was thrown away without having been stopped.</summary>
    public override void Dispose()
    {
        base.Dispose();
        _running.StopAll();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        // Not when this service is told to stop: the web server stops first, and waits for requests that wait for jobs.
        await using var drain = _stopping.Register(() => _ = DrainAsync());
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_stopping, stoppingToken);
        while (!ended.IsCancellationRequested)
        {
            var change = _pulse.Next;
            await LookAsync(ended.Token);
            try
            {
                await _pulse.WaitAsync(change, ended.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task LookAsync(CancellationToken ended)
    {
        if (_preparation.Current is not null)
            return;
        try
        {
            await TakeAsync(ended);
            await _retention.TidyAsync(ended);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // No more jobs are taken.
        }
        catch (StoreUnavailableException)
        {
            // It is looked at again in a second; whoever asks over HTTP is told.
        }
        catch (Exception fault)
        {
            _logger.JobsNotTaken(fault);
        }
    }

    private async Task TakeAsync(CancellationToken ended)
    {
        var jobs = await _ledger.ListJobsAsync(new JobQuery { States = [JobState.Accepted, JobState.Running] }, ended);
        _watch.KeepOnly(jobs.Select(j => j.Id));
        foreach (var job in jobs.Reverse().Where(j => !_running.Holds(j.Id)))
        {
            var isFree = job.State == JobState.Accepted || _watch.IsAbandoned(job);
            if (isFree && HasRoom(job) && await _ledger.ClaimJobAsync(job, _name, _time.GetUtcNow(), ended) is { } claimed)
                Start(claimed);
        }
    }

    private bool HasRoom(Job job)
    {
        var isQuick = IsQuick(job);
        return _works.Values.Count(w => w.IsQuick == isQuick) < (isQuick ? QuickAtOnce : _options.JobConcurrency);
    }

    private bool IsQuick(Job job) => _catalog.Find(job.ProcessId) is null or { Description.IsQuick: true };

    private void Start(Job job)
    {
        var stop = new CancellationTokenSource();
        _running.Add(job.Id, stop);
        var isReady = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _works[job.Id] = (Task.Run(() => WorkAsync(job, stop, isReady.Task), CancellationToken.None), IsQuick(job));
        isReady.SetResult();
        _pulse.Beat();
    }

    private async Task WorkAsync(Job job, CancellationTokenSource stop, Task isReady)
    {
        try
        {
            await isReady;
            await _run.RunAsync(job, stop, () => _stopping.IsCancellationRequested);
        }
        catch (Exception fault)
        {
            _logger.JobFailed(job.Id, job.ProcessId, fault);
        }
        finally
        {
            _running.Remove(job.Id);
            _works.TryRemove(job.Id, out _);
            stop.Dispose();
            _pulse.Beat();
        }
    }

    private async Task DrainAsync()
    {
        await Task.Delay(TimeSpan.FromSeconds(_options.JobDrainSeconds), _time);
        _running.StopAll();
    }
}
