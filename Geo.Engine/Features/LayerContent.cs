namespace Geo.Engine.Features;

/// <summary>A layer to be written: its definition and its features, streamed in ascending order of id.</summary>
/// <param name="Definition">The new definition.</param>
/// <param name="Features">All features; read once.</param>
public sealed record LayerContent(LayerDefinition Definition, IAsyncEnumerable<Feature> Features);
