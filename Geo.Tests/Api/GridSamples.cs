using Geo.Engine.Features;
using Geo.Engine.Grids;

namespace Geo.Tests.Api;

/// <summary>Small grids with a legend of three colours, or of three codes.</summary>
internal static class GridSamples
{
    private static readonly LegendEntry[] Ramp =
    [
        new(0, 0.3, "#ff0000", new("thấp", "low")),
        new(0.3, 0.7, "#ffa500", new("vừa", "middle")),
        new(0.7, 1, "#008000", new("cao", "high")),
    ];

    private static readonly LegendEntry[] Codes =
    [
        new(1, 1, "#008000", new("S1", "S1")),
        new(2, 2, "#ffff00", new("S2", "S2")),
        new(3, 3, "#ffa500", new("S3", "S3")),
    ];

    /// <summary>Puts a grid and its description into a store.</summary>
    public static void Add(MemoryStore store, string id, Grid<float> grid, bool isCategorical)
    {
        using var file = new MemoryStream();
        GeoTiffFile.Write(file, grid);
        var layer = new GridLayer(id, new($"Lưới {id}", $"Grid {id}"), new("Thử.", "A test."), isCategorical, null, SampleLayers.Provenance with { Status = LayerStatus.Modelled }, isCategorical ? Codes : Ramp);
        store.With(new StoredDocument($"grids/{id}.tif", "image/tiff", file.ToArray())).With(new StoredDocument($"grids/{id}.json", "application/json", GridLayerJson.Write(layer)));
    }
}
