using Geo.Engine.Features;

namespace Geo.Api.Health;

/// <summary>Work that a fresh store needs before it can be served (bundled layers, first scenario runs); called once the store is open.</summary>
/// <param name="progress">Told how far it has come; shown by <c>/health/ready</c>.</param>
/// <param name="cancellation">The server is stopping.</param>
public delegate Task Preparation(IProgress<StepProgress> progress, CancellationToken cancellation);
