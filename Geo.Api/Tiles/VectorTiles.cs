using System.Globalization;
using Geo.Api.Http;
using Geo.Api.Telemetry;
using Geo.Engine.Features;
using Geo.Engine.Tiles;

namespace Geo.Api.Tiles;

/// <summary>Vector tiles of layers, made when they are asked for and kept until a layer changes or room is needed.</summary>
internal sealed class VectorTiles(IFeatureStore store, GeoOptions options)
{
    /// <summary>An empty tile takes some room too: its key.</summary>
    private const int KeyBytes = 256;

    private readonly BoundedCache<PackedTile> _made = new(options.TileCacheMebibytes * 1024L * 1024, tile => tile.Gzip.Length + KeyBytes);

    /// <summary>A text that is equal for equal tiles only.</summary>
    public static string KeyOf(IReadOnlyList<TilePart> parts, TileAddress tile) => string.Join(
        '\n', parts.Select(p => p.Key).Append(string.Create(CultureInfo.InvariantCulture, $"{tile.Set.Id}/{tile.Zoom}/{tile.Row}/{tile.Column}")));

    /// <summary>The tile with its layers in the order of the parts.</summary>
    /// <param name="key">What <see cref="KeyOf"/> gives.</param>
    /// <param name="parts">The layers.</param>
    /// <param name="tile">Which one.</param>
    /// <param name="cancellation">Ends the waiting, not the making: others may wait for the same tile.</param>
    public Task<PackedTile> GetAsync(string key, IReadOnlyList<TilePart> parts, TileAddress tile, CancellationToken cancellation)
    {
        Meters.TilesAsked.Add(1);
        return _made.GetAsync(key, () => MakeAsync(parts, tile), cancellation);
    }

    private async Task<PackedTile> MakeAsync(IReadOnlyList<TilePart> parts, TileAddress tile)
    {
        Meters.TilesMade.Add(1);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.StoreTimeoutSeconds));
        using var packing = new TilePacking();
        foreach (var part in parts)
            await DrawAsync(part, tile, packing, patience.Token);
        return packing.End();
    }

    private async Task DrawAsync(TilePart part, TileAddress address, TilePacking packing, CancellationToken cancellation)
    {
        var box = address.LonLat(VectorTile.Margin);
        if (part.Layer.Extent is not { } extent || !extent.Intersects(box))
            return;
        var isCrowded = VectorTile.IsCrowded(part.Layer, address);
        using var tile = new VectorTile(part.Layer.Definition, address, hasValues: !isCrowded);
        await foreach (var row in store.ReadRowsAsync(part.Layer, part.Conditions with { Boxes = [box], IsForDrawing = true, WithoutValues = isCrowded }, cancellation))
            tile.Add(row);
        if (tile.IsEmpty)
            return;
        if (isCrowded)
            tile.WriteTo(packing.Target, await store.FindValuesAsync(part.Layer, tile.KeptIds(), cancellation));
        else
            tile.WriteTo(packing.Target);
    }
}
