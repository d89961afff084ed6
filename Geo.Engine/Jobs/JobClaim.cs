namespace Geo.Engine.Jobs;

/// <summary>A worker's right to a job, good as long as nobody has taken the job since.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Fence">The fence it was taken with.</param>
public sealed record JobClaim(string JobId, long Fence);
