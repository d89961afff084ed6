using System.Text.Json.Serialization;

namespace Geo.Engine.Features;

/// <summary>
/// Metadata of a grid kept in a store: the document <c>grids/{id}.json</c> beside the GeoTIFF <c>grids/{id}.tif</c>.
/// </summary>
/// <param name="Id">Identifier in URLs and scenarios, unique in a store.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Description">What it shows.</param>
/// <param name="IsCategorical">True when values are codes that must never be averaged.</param>
/// <param name="Unit">UCUM unit of continuous values; null where there is none.</param>
/// <param name="Provenance">Origin and trust.</param>
/// <param name="Legend">How to colour it, in order.</param>
public sealed record GridLayer(
    string Id,
    BilingualText Title,
    BilingualText Description,
    bool IsCategorical,
    string? Unit,
    LayerProvenance Provenance,
    IReadOnlyList<LegendEntry> Legend)
{
    /// <summary>The judgement it shows; null for grids that no run has made.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GridOrigin? Origin { get; init; }
}
