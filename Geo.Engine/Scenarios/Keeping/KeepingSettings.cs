namespace Geo.Engine.Scenarios.Keeping;

/// <summary>Where a run holds what it has measured. None of it changes a result.</summary>
public sealed record KeepingSettings
{
    /// <summary>Most bytes of measured values in memory, at least 0; what is more goes to files. Default 256 MiB.</summary>
    public long MostBytesInMemory { get; init; } = 256L << 20;

    /// <summary>Where measured surfaces are kept for later runs; null for nowhere.</summary>
    public SurfaceCache? Cache { get; init; }
}
