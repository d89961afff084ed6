namespace Geo.Engine.Jobs;

/// <summary>Where a job stands; the words are those of OGC API - Processes 1.0 (18-062r2, statusCode.yaml).</summary>
public enum JobState
{
    /// <summary>Written down, waiting for a worker.</summary>
    Accepted,

    /// <summary>A worker is at it, or was and may be gone.</summary>
    Running,

    /// <summary>Done; its results are in the store.</summary>
    Successful,

    /// <summary>Ended without results; its outcome says why.</summary>
    Failed,

    /// <summary>Called off.</summary>
    Dismissed,
}
