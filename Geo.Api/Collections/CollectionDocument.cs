using Geo.Api.Http;

namespace Geo.Api.Collections;

/// <summary>A collection as OGC API - Features Part 1, 7.14 describes it, with the origin and trust of its layer.</summary>
internal sealed record CollectionDocument
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required ExtentDocument? Extent { get; init; }

    public string ItemType { get; init; } = "feature";

    public required long ItemCount { get; init; }

    public required IReadOnlyList<string> Crs { get; init; }

    public required string StorageCrs { get; init; }

    public required string GeometryType { get; init; }

    public required ProvenanceDocument Provenance { get; init; }

    public required IReadOnlyList<Link> Links { get; init; }
}
