using Geo.Api.Http;
using Geo.Engine.Features;

namespace Geo.Api.Health;

/// <summary>Opens the store in the background, again and again until it answers, then prepares it; the server is alive all the while.</summary>
internal sealed class StoreOpening(
    IFeatureStore store,
    PreparationProgress progress,
    Preparation? prepare,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<StoreOpening> logger) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await UntilStartedAsync(stoppingToken);
            await OpenAsync(stoppingToken);
            if (prepare is not null)
                await prepare(progress, stoppingToken);
            progress.Done();
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            progress.Fail(fault.Message);
            logger.PreparationFailed(fault);
        }
    }

    // A server that finds its port taken leaves the store alone.
    private async Task UntilStartedAsync(CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stopping);
    }

    private async Task OpenAsync(CancellationToken stopping)
    {
        for (var pause = FirstPause; ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks)))
        {
            try
            {
                await store.OpenAsync(stopping);
                logger.StoreOpen(store.Description);
                return;
            }
            catch (StoreUnavailableException closed)
            {
                progress.Fail(closed.Message);
                logger.StoreClosed(store.Description, pause.TotalSeconds, closed.Message);
            }
            await Task.Delay(pause, time, stopping);
        }
    }
}
