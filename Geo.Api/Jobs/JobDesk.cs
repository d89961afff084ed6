using System.Security.Cryptography;
using System.Text.Json;
using Geo.Api.Http;
using Geo.Api.Processes;
using Geo.Engine.Jobs;

namespace Geo.Api.Jobs;

/// <summary>Where jobs are handed in, waited for and called off.</summary>
internal sealed class JobDesk(IJobLedger ledger, JobPulse pulse, RunningJobs running, GeoOptions options, TimeProvider time, IHostApplicationLifetime lifetime)
{
    private const int IdBytes = 16;

    /// <summary>Writes a job into the ledger.</summary>
    public async Task<JobAdmission> SubmitAsync(Process process, ProcessInputs inputs, JobTicket ticket, CancellationToken cancellation)
    {
        var request = new JobRequest(inputs.ToJson(), ticket.Wanted, ticket.Language, ticket.Root, ticket.Author);
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var job = new NewJob(id, process.Description.Id, ticket.Owner, JsonSerializer.Serialize(request, ApiJson.Default.JobRequest), HashOf(process, inputs), ticket.IdempotencyKey, time.GetUtcNow());
        var admission = await ledger.AddJobAsync(job, options.JobQueue, cancellation);
        pulse.Beat();
        return admission;
    }

    /// <summary>SHA-256 of process and inputs, hexadecimal, whatever the order of members and blanks between them.</summary>
    public static string HashOf(Process process, ProcessInputs inputs) =>
        Convert.ToHexStringLower(SHA256.HashData(CanonicalJson.Write(inputs.ToJson(), process.Description.Id)));

    /// <summary>The job once it is over, or as it stands when the time is up or this server stops without having ended it; null when it is gone.</summary>
    public async Task<Job?> WaitAsync(string jobId, TimeSpan most, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            var change = pulse.Next;
            var job = await ledger.FindJobAsync(jobId, cancellation);
            var isLeft = job is { State: JobState.Accepted } && lifetime.ApplicationStopping.IsCancellationRequested;
            if (job is null or { IsOver: true } || isLeft || time.GetElapsedTime(began) >= most)
                return job;
            await pulse.WaitAsync(change, cancellation);
        }
    }

    /// <summary>Calls off a job that waits or runs, and stops the work if it is done here; null when there is none such.</summary>
    public async Task<Job?> DismissAsync(string jobId, CancellationToken cancellation)
    {
        var job = await ledger.DismissJobAsync(jobId, time.GetUtcNow(), cancellation);
        if (job is not null)
            running.Stop(jobId);
        pulse.Beat();
        return job;
    }
}
