using Geo.Engine.Features;
using Geo.Engine.Geodesy;
using Geo.Engine.Grids;

namespace Geo.Api.Tiles;

/// <summary>A grid as palette indices, with coarser copies for small scales: continuous values are averaged, codes are picked.</summary>
internal sealed class GridImage
{
    private GridImage(IReadOnlyList<Grid<byte>> levels, Palette palette)
    {
        Levels = levels;
        Palette = palette;
        Frame = levels[0].Frame;
        Mercator = Projection.Between(Frame.System, CoordinateSystems.WebMercator).Transform(Frame.Extent);
        ToGrid = Projection.Between(CoordinateSystems.WebMercator, Frame.System);
    }

    /// <summary>Palette indices; each level has cells of twice the side of the one before.</summary>
    public IReadOnlyList<Grid<byte>> Levels { get; }

    public Palette Palette { get; }

    /// <summary>Frame of the first level.</summary>
    public GridFrame Frame { get; }

    /// <summary>The box of the grid in web mercator.</summary>
    public Extent Mercator { get; }

    /// <summary>From web mercator to the grid's system.</summary>
    public Projection ToGrid { get; }

    /// <summary>Memory it takes.</summary>
    public long Bytes => Levels.Sum(l => l.Frame.CellCount);

    /// <summary>The image of a grid.</summary>
    public static GridImage Of(Grid<float> grid, GridLayer layer) => Of(grid, layer.Legend, layer.IsCategorical);

    /// <summary>The image of a grid under a legend; greys where that is empty.</summary>
    public static GridImage Of(Grid<float> grid, IReadOnlyList<LegendEntry> legend, bool isCategorical)
    {
        var palette = legend.Count > 0 ? new Palette(legend) : GreysOf(grid);
        var levels = new List<Grid<byte>> { Colour(grid, palette) };
        while (Math.Max(grid.Frame.Rows, grid.Frame.Columns) > MercatorTile.Size / 2)
        {
            grid = Halve(grid, isCategorical);
            levels.Add(Colour(grid, palette));
        }
        return new GridImage(levels, palette);
    }

    private static Palette GreysOf(Grid<float> grid)
    {
        var (least, most) = (float.PositiveInfinity, float.NegativeInfinity);
        foreach (var value in grid.Cells)
        {
            if (float.IsFinite(value))
                (least, most) = (Math.Min(least, value), Math.Max(most, value));
        }
        return Palette.Greys(least, most);
    }

    private static Grid<byte> Colour(Grid<float> grid, Palette palette)
    {
        var image = new Grid<byte>(grid.Frame);
        var values = grid.Cells;
        var indices = image.Cells;
        for (var i = 0; i < values.Length; i++)
            indices[i] = palette.IndexOf(values[i]);
        return image;
    }

    private static Grid<float> Halve(Grid<float> grid, bool isCategorical)
    {
        var frame = grid.Frame with
        {
            Rows = (grid.Frame.Rows + 1) / 2,
            Columns = (grid.Frame.Columns + 1) / 2,
            CellSizeMetres = grid.Frame.CellSizeMetres * 2,
        };
        var half = new Grid<float>(frame);
        for (var row = 0; row < frame.Rows; row++)
        {
            for (var column = 0; column < frame.Columns; column++)
                half[row, column] = isCategorical ? grid[2 * row, 2 * column] : MeanOfFour(grid, 2 * row, 2 * column);
        }
        return half;
    }

    /// <summary>The mean of up to four cells; NaN does not count.</summary>
    private static float MeanOfFour(Grid<float> grid, int row, int column)
    {
        var (sum, count) = (0f, 0);
        for (var r = row; r < Math.Min(row + 2, grid.Frame.Rows); r++)
        {
            for (var c = column; c < Math.Min(column + 2, grid.Frame.Columns); c++)
            {
                if (!float.IsNaN(grid[r, c]))
                    (sum, count) = (sum + grid[r, c], count + 1);
            }
        }
        return count == 0 ? float.NaN : sum / count;
    }
}
