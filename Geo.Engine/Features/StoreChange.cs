using Geo.Engine.Access;

namespace Geo.Engine.Features;

/// <summary>Layers and documents that become visible together, or not at all.</summary>
public sealed record StoreChange
{
    /// <summary>Layers to create or to replace whole.</summary>
    public IReadOnlyList<LayerContent> Layers { get; init; } = [];

    /// <summary>Identifiers of layers to remove; unknown ones are ignored.</summary>
    public IReadOnlyList<string> RemovedLayers { get; init; } = [];

    /// <summary>Documents to create or to replace.</summary>
    public IReadOnlyList<StoredDocument> Documents { get; init; } = [];

    /// <summary>On whose behalf, for the audit log.</summary>
    public Author Author { get; init; } = Author.Program;
}
