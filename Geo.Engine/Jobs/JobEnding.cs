namespace Geo.Engine.Jobs;

/// <summary>How a worker ends a job.</summary>
/// <param name="State"><see cref="JobState.Successful"/> or <see cref="JobState.Failed"/>.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Finished">Now.</param>
public sealed record JobEnding(JobState State, string Outcome, DateTimeOffset Finished);
