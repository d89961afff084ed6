namespace Geo.Engine.Jobs;

/// <summary>What became of a job that asked to be written down.</summary>
/// <param name="Job">The job that stands in the ledger now, or stood there under the same key; null when too many are waiting.</param>
/// <param name="IsNew">Whether it was written just now.</param>
public sealed record JobAdmission(Job? Job, bool IsNew);
