using Geo.Api.Collections;
using Geo.Api.Http;

namespace Geo.Api.Tiles;

/// <summary>A grid for maps: its members are those of TileJSON 3.0, and its origin, trust and legend.</summary>
internal sealed record GridDocument
{
    public string Tilejson { get; init; } = "3.0.0";

    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required string Attribution { get; init; }

    public required bool IsCategorical { get; init; }

    public required string? Unit { get; init; }

    public required IReadOnlyList<double> Bounds { get; init; }

    public int Minzoom { get; init; }

    public int Maxzoom { get; init; } = 14;

    public required IReadOnlyList<string> Tiles { get; init; }

    public required IReadOnlyList<LegendDocument> Legend { get; init; }

    public required ProvenanceDocument Provenance { get; init; }

    public required IReadOnlyList<Link> Links { get; init; }

    /// <summary>One line of the legend in one language.</summary>
    internal sealed record LegendDocument(double From, double To, string Colour, string Label);
}
