namespace Geo.Engine.Grids;

/// <summary>The source cells under each target cell, by shared area in source cells.</summary>
internal sealed class CellOverlap
{
    // Areas of two classes that are equal on paper differ in the last digit, by the order they were summed in.
    private const double Tie = 1e-12;

    private readonly AxisOverlap _rows;
    private readonly AxisOverlap _columns;

    /// <summary>Lays the target over the source.</summary>
    /// <exception cref="ArgumentException">The frames have different coordinate systems.</exception>
    public CellOverlap(GridFrame source, GridFrame target)
    {
        Resampling.RequireOneSystem(source, target);
        _rows = AxisOverlap.Rows(source, target);
        _columns = AxisOverlap.Columns(source, target);
    }

    /// <summary>Sum of value x shared area and sum of shared area over the cells that are not NaN.</summary>
    public (double Sum, double Area) Sum(Grid<float> source, int row, int column)
    {
        var (sum, area) = (0.0, 0.0);
        var down = _rows.Shares(row);
        var across = _columns.Shares(column);
        for (var i = 0; i < down.Length; i++)
        {
            var cells = source.Row(_rows.First(row) + i).Slice(_columns.First(column), across.Length);
            for (var j = 0; j < cells.Length; j++)
            {
                if (float.IsNaN(cells[j]))
                    continue;
                sum += cells[j] * down[i] * across[j];
                area += down[i] * across[j];
            }
        }

        return (sum, area);
    }

    /// <summary>The class with the most area, the smaller one on a tie; <paramref name="areas"/> is 256 zeros, and is left so.</summary>
    public byte Mode(Grid<byte> source, int row, int column, byte nodata, Span<double> areas)
    {
        var down = _rows.Shares(row);
        var across = _columns.Shares(column);
        var largest = nodata;
        for (var i = 0; i < down.Length; i++)
        {
            var cells = source.Row(_rows.First(row) + i).Slice(_columns.First(column), across.Length);
            for (var j = 0; j < cells.Length; j++)
                areas[cells[j]] += cells[j] == nodata ? 0 : down[i] * across[j];
        }

        for (var i = 0; i < down.Length; i++)
        {
            foreach (var value in source.Row(_rows.First(row) + i).Slice(_columns.First(column), across.Length))
            {
                var more = areas[value] - areas[largest];
                if (more > Tie || (more >= -Tie && value < largest && areas[value] > 0))
                    largest = value;
            }
        }

        for (var i = 0; i < down.Length; i++)
        {
            foreach (var value in source.Row(_rows.First(row) + i).Slice(_columns.First(column), across.Length))
                areas[value] = 0;
        }

        return largest;
    }
}
