using Geo.Engine.Grids;

namespace Geo.Engine.Zoning;

/// <summary>What the cutting of zones needs besides the grids.</summary>
/// <param name="Areas">Area of each cell on the ground.</param>
/// <param name="Threads">Most threads to use; the result does not depend on it.</param>
/// <param name="Cancellation">Stops the work.</param>
public sealed record ZoneExecution(CellAreas Areas, int Threads, CancellationToken Cancellation);
