using Geo.Api.Http;
using Geo.Api.Tiles;
using Geo.Engine.Grids;

namespace Geo.Api.Coverages;

/// <summary>Parts of grids as GeoTIFF, kept for a while: programs read such a file by many small requests.</summary>
internal sealed class GridParts(GridCatalog catalog, GeoOptions options)
{
    private const long Mebibyte = 1024 * 1024;

    /// <summary>Stands for no data in a grid of codes, which any other whole number may be.</summary>
    private const int NoCode = int.MinValue;

    private readonly BoundedCache<byte[]> _files = new(options.GridCacheMebibytes * Mebibyte / 8, file => file.Length);

    /// <summary>The file: floats with NaN for no data, codes as whole numbers of 32 bits.</summary>
    /// <param name="grid">The grid.</param>
    /// <param name="selection">What of it.</param>
    /// <param name="frame">Where the cells lie.</param>
    /// <param name="cancellation">Ends the waiting, not the making.</param>
    public Task<byte[]> GetAsync(KnownGrid grid, CoverageSelection selection, GridFrame frame, CancellationToken cancellation) =>
        _files.GetAsync($"{grid.Version} {selection.Key}", () => MakeAsync(grid, selection, frame), cancellation);

    private async Task<byte[]> MakeAsync(KnownGrid grid, CoverageSelection selection, GridFrame frame)
    {
        var values = await catalog.ValuesAsync(grid, CancellationToken.None);
        var warped = selection.IsBilinear
            ? Warping.Bilinear(values, frame, options.Threads, CancellationToken.None)
            : Warping.Nearest(values, frame, options.Threads, CancellationToken.None);
        using var file = new MemoryStream();
        if (grid.Layer.IsCategorical)
            GeoTiffFile.Write(file, Codes(warped), new GeoTiffOptions { Nodata = NoCode, Threads = options.Threads });
        else
            GeoTiffFile.Write(file, warped, new GeoTiffOptions { Threads = options.Threads });
        return file.ToArray();
    }

    private static Grid<int> Codes(Grid<float> grid)
    {
        var codes = new Grid<int>(grid.Frame);
        for (var i = 0; i < codes.Cells.Length; i++)
            codes.Cells[i] = float.IsNaN(grid.Cells[i]) ? NoCode : (int)grid.Cells[i];
        return codes;
    }
}
