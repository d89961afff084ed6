using Geo.Api.Collections;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Tiles;

namespace Geo.Api.Tiles;

/// <summary>What tilesets are of: one collection, or collections of the dataset in an order.</summary>
/// <param name="Path">Path of the tilesets, percent-encoded.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Layers">The layers in their order.</param>
/// <param name="Selection">The value of <c>collections</c>; null where it was not given.</param>
internal sealed record TileSource(string Path, BilingualText Title, IReadOnlyList<Layer> Layers, string? Selection)
{
    /// <summary>The box of all layers; null when nothing has a place.</summary>
    public Extent? Extent => Layers.Select(l => l.Extent).Aggregate((Extent?)null, (a, b) => a is { } one && b is { } other ? one.Union(other) : a ?? b);

    /// <summary>The tiles of a layer.</summary>
    public static TileSource Of(Layer layer) => new($"{CollectionDescription.PathOf(layer.Id)}/tiles", layer.Definition.Title, [layer], null);

    /// <summary>The address of a part of the tilesets.</summary>
    public string AddressOf(ApiRequest request, string part) =>
        request.Addresses.To(Path + part) is var address && Selection is null ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}collections={Uri.EscapeDataString(Selection)}";

    /// <summary>The address of tiles with places to fill in, whose curly brackets must not be percent-encoded.</summary>
    public string Template(ApiRequest request, TileMatrixSet set, string variables) =>
        AddressOf(request, $"/{set.Id}/").Replace($"/{set.Id}/", $"/{set.Id}/{variables}", StringComparison.Ordinal);
}
