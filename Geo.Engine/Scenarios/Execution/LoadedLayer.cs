using Geo.Engine.Features;
using NetTopologySuite.Geometries;

namespace Geo.Engine.Scenarios.Execution;

/// <summary>A vector layer in memory.</summary>
/// <param name="Definition">Its description.</param>
/// <param name="Features">Its features in order of id, geometry as stored.</param>
/// <param name="Projected">Their geometries in the system of the grid, in the same order.</param>
internal sealed record LoadedLayer(LayerDefinition Definition, IReadOnlyList<Feature> Features, IReadOnlyList<Geometry?> Projected)
{
    /// <summary>Index of a column, or -1.</summary>
    public int Column(string name) => Definition.Properties.TakeWhile(p => p.Name != name).Count() is var index && index < Definition.Properties.Count ? index : -1;
}
