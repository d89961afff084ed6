using Geo.Engine.Features;

namespace Geo.Engine.Formats;

/// <summary>The bundled data folder, read.</summary>
/// <param name="Change">
/// Layers, grids (<c>grids/{id}.tif</c>, <c>grids/{id}.json</c>), scenarios (<c>scenarios/{id}.yaml</c>) and <c>economy.yaml</c> for an empty
/// store; null when there are problems.
/// </param>
/// <param name="Problems">What is wrong with the folder, naming file and line; empty when all is well.</param>
public sealed record BundledData(StoreChange? Change, IReadOnlyList<ImportProblem> Problems);
