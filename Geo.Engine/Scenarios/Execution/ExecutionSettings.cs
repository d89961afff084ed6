using Geo.Engine.Scenarios.Keeping;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>How work is done, without influence on what comes out.</summary>
internal readonly record struct ExecutionSettings(int Threads, KeepingSettings Keeping, CancellationToken Cancellation);
