namespace Geo.Engine.Scenarios;

/// <summary>Circumstances of a run that leave no trace in its results and are in no hash.</summary>
/// <param name="Threads">Most threads used.</param>
/// <param name="VectorBits">Width of the processor's vectors as the kernels use them.</param>
/// <param name="Started">Start.</param>
/// <param name="Finished">End.</param>
public sealed record RunEnvironment(int Threads, int VectorBits, DateTimeOffset Started, DateTimeOffset Finished);
