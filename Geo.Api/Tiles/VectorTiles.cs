using System.Globalization;
using Geo.Api.Collections;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Tiles;

namespace Geo.Api.Tiles;

/// <summary>Vector tiles of layers, made when they are asked for and kept until the layer changes or room is needed.</summary>
internal sealed class VectorTiles(IFeatureStore store, GeoOptions options)
{
    /// <summary>An empty tile takes some room too: its key.</summary>
    private const int KeyBytes = 128;

    private readonly BoundedCache<byte[]> _made = new(options.TileCacheMebibytes * 1024L * 1024, tile => tile.Length + KeyBytes);

    /// <summary>The tile; no bytes when nothing lies in it.</summary>
    /// <param name="layer">The layer as it was found; its revision is part of the key.</param>
    /// <param name="tile">Which one.</param>
    /// <param name="cancellation">Ends the waiting, not the making: others may wait for the same tile.</param>
    public Task<byte[]> GetAsync(Layer layer, TileAddress tile, CancellationToken cancellation)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"{LayerTags.KeyOf(layer)}\n{tile.Set.Id}/{tile.Zoom}/{tile.Row}/{tile.Column}");
        return _made.GetAsync(key, () => MakeAsync(layer, tile), cancellation);
    }

    private async Task<byte[]> MakeAsync(Layer layer, TileAddress address)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.StoreTimeoutSeconds));
        var tile = new VectorTile(layer.Definition, address);
        var stored = layer.Definition.System;
        var toLonLat = stored.Srid == CoordinateSystems.Crs84.Srid ? null : Projection.Between(stored, CoordinateSystems.Crs84);
        var query = FeatureQuery.All with { Boxes = [address.LonLat(VectorTile.Margin)] };
        await foreach (var feature in store.ReadAsync(layer, query, patience.Token))
            tile.Add(feature, toLonLat is null || feature.Geometry is null ? feature.Geometry : toLonLat.Transform(feature.Geometry));
        return tile.ToBytes();
    }
}
