using System.Text;
using System.Text.Json;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Jobs;

namespace Geo.Api.Jobs;

/// <summary>
/// Tells how a job goes as server-sent events: one event <c>status</c> for each step, the last one for its end. A line of nothing every fifteen seconds keeps proxies from
/// thinking the stream dead.
/// </summary>
internal sealed class EventsResult(ApiRequest request, string jobId, IJobLedger ledger) : IResult
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(15);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = EventsEndpoint.MediaType;
        httpContext.Response.Headers.CacheControl = "no-store";
        httpContext.Response.Headers["X-Accel-Buffering"] = "no";
        if (request.IsHead)
            return;
        request.StopTimer();
        var services = httpContext.RequestServices;
        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping);
        try
        {
            await TellAsync(httpContext.Response, services.GetRequiredService<JobPulse>(), services.GetRequiredService<TimeProvider>(), ended.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The browser connects again, to the next server.
        }
    }

    private async Task TellAsync(HttpResponse response, JobPulse pulse, TimeProvider time, CancellationToken cancellation)
    {
        (JobState, int, BilingualText?)? told = null;
        var last = time.GetTimestamp();
        while (true)
        {
            var change = pulse.Next;
            var job = await ledger.FindJobAsync(jobId, cancellation);
            if (job is null)
                return;
            if (told != (job.State, job.Progress, job.Step))
            {
                await WriteAsync(response, Event(job), cancellation);
                (told, last) = ((job.State, job.Progress, job.Step), time.GetTimestamp());
            }
            else if (time.GetElapsedTime(last) >= Silence)
            {
                await WriteAsync(response, ": \n\n", cancellation);
                last = time.GetTimestamp();
            }
            if (job.IsOver)
                return;
            await pulse.WaitAsync(change, cancellation);
        }
    }

    private string Event(Job job)
    {
        var status = StatusDocument.Of(job, request.Addresses.To, request.Language);
        return $"event: status\ndata: {JsonSerializer.Serialize(status, ApiJson.Readable.StatusDocument)}\n\n";
    }

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken cancellation)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
        await response.Body.FlushAsync(cancellation);
    }
}
