namespace Geo.Engine.Features;

/// <summary>Edits of one layer that hold together: all are done, in their order, or none.</summary>
/// <param name="Layer">The layer as it was found; its columns are those that the edits speak of.</param>
/// <param name="Edits">What to do, at least one thing.</param>
/// <param name="Editor">Who does it, for the history.</param>
/// <param name="RequestId">What the server's log calls the request; null where there is none.</param>
public sealed record LayerEdits(Layer Layer, IReadOnlyList<FeatureEdit> Edits, string Editor, string? RequestId = null);
