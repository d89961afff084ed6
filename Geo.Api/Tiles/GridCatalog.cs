using System.Text.Json;
using Geo.Api.Http;
using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;

namespace Geo.Api.Tiles;

/// <summary>The grids of a store, decoded once per version of their documents.</summary>
internal sealed class GridCatalog(IFeatureStore store, GeoOptions options)
{
    private const long Mebibyte = 1024 * 1024;
    private readonly BoundedCache<GridImage> _images = new(options.GridCacheMebibytes * Mebibyte / 2, image => image.Bytes);
    private readonly BoundedCache<Grid<float>> _values = new(options.GridCacheMebibytes * Mebibyte / 2, grid => grid.Frame.CellCount * sizeof(float));
    private readonly BoundedCache<GridFrame> _frames = new(4_096, _ => 1);

    /// <summary>Identifiers of all grids, in ordinal order.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellation)
    {
        var names = await store.ListDocumentsAsync("grids/", cancellation);
        return [.. names.Where(n => n.EndsWith(".json", StringComparison.Ordinal)).Select(n => n["grids/".Length..^".json".Length])];
    }

    /// <summary>A grid's description and version; null when there is none or its file is missing.</summary>
    public async Task<KnownGrid?> FindAsync(string id, CancellationToken cancellation)
    {
        if (id.Contains('\0', StringComparison.Ordinal) || await store.FindDocumentAsync($"grids/{id}.json", cancellation) is not { } document)
            return null;
        if (await store.FindDocumentTagAsync($"grids/{id}.tif", cancellation) is not { } tag)
            return null;
        var description = Convert.ToBase64String(document.Content.Span);
        return new KnownGrid(Read(id, document), tag, EntityTags.Digest(id, tag, description));
    }

    /// <summary>The file as stored; null when it has gone in between.</summary>
    public Task<StoredDocument?> FileAsync(string id, CancellationToken cancellation) => store.FindDocumentAsync($"grids/{id}.tif", cancellation);

    /// <summary>The picture of a grid.</summary>
    public Task<GridImage> ImageAsync(KnownGrid grid, CancellationToken cancellation) =>
        _images.GetAsync(grid.Version, async () => GridImage.Of(await DecodeAsync(grid), grid.Layer), cancellation);

    /// <summary>The values of a grid, NaN for nodata.</summary>
    public Task<Grid<float>> ValuesAsync(KnownGrid grid, CancellationToken cancellation) =>
        _values.GetAsync(grid.FileTag, () => DecodeAsync(grid), cancellation);

    /// <summary>The box of a grid in longitude and latitude.</summary>
    public async Task<Extent> BoundsAsync(KnownGrid grid, CancellationToken cancellation)
    {
        var frame = await FrameAsync(grid, cancellation);
        return Projection.Between(frame.System, CoordinateSystems.Crs84).Transform(frame.Extent);
    }

    /// <summary>Where the cells of a grid lie.</summary>
    public Task<GridFrame> FrameAsync(KnownGrid grid, CancellationToken cancellation) =>
        _frames.GetAsync(grid.Layer.Id + grid.FileTag, () => ReadFrameAsync(grid), cancellation);

    private async Task<GridFrame> ReadFrameAsync(KnownGrid grid)
    {
        using var stream = await OpenAsync(grid);
        var info = GeoTiffFile.ReadInfo(stream);
        var system = info.System ?? throw new GeoTiffException($"The grid {grid.Layer.Id} is in EPSG:{info.EpsgCode}, which is not a known system.");
        return new GridFrame(system, info.TopLeft.X, info.TopLeft.Y, info.CellWidth, info.Rows, info.Columns);
    }

    private async Task<Grid<float>> DecodeAsync(KnownGrid grid)
    {
        using var stream = await OpenAsync(grid);
        return GeoTiffFile.Read<float>(stream, options.Threads);
    }

    private async Task<MemoryStream> OpenAsync(KnownGrid grid)
    {
        var file = await FileAsync(grid.Layer.Id, CancellationToken.None)
            ?? throw new StoreUnavailableException($"The grid {grid.Layer.Id} was removed while it was read.");
        return new MemoryStream(file.Content.ToArray(), writable: false);
    }

    private static GridLayer Read(string id, StoredDocument document)
    {
        try
        {
            return GridLayerJson.Read(document.Content.Span);
        }
        catch (JsonException cause)
        {
            throw new InvalidDataException($"The document grids/{id}.json cannot be read.", cause);
        }
    }
}
