using Geo.Engine.Features;

namespace Geo.Engine.Formats.Bundled;

/// <summary>One layer of <c>layers.yaml</c>.</summary>
/// <param name="File">Path from the data folder, with forward slashes.</param>
/// <param name="Sha256">Checksum of the file, 64 lower-case hexadecimal digits.</param>
/// <param name="Vector">The layer, when it is one of features.</param>
/// <param name="Grid">The layer, when it is a grid.</param>
internal sealed record CatalogueEntry(string File, string Sha256, LayerDefinition? Vector, GridLayer? Grid)
{
    /// <summary>Identifier of either.</summary>
    public string Id => Vector?.Id ?? Grid!.Id; // one of the two is there
}
