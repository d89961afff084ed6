namespace Geo.Engine.Grids;

/// <summary>The connected components of a class grid. Arrays are indexed by label; index 0 stands for the cells of class 0, nodata.</summary>
public sealed class ComponentLabels
{
    private readonly byte[] _classes;
    private readonly int[] _cellCounts;

    internal ComponentLabels(Grid<int> labels, byte[] classes, int[] cellCounts)
    {
        Labels = labels;
        _classes = classes;
        _cellCounts = cellCounts;
    }

    /// <summary>Label of each cell, rows x columns: 1..<see cref="Count"/> in row-major order of the components' first cells, 0 for nodata.</summary>
    public Grid<int> Labels { get; }

    /// <summary>Number of components.</summary>
    public int Count => _classes.Length - 1;

    /// <summary>Class of each component, by label.</summary>
    public ReadOnlySpan<byte> Classes => _classes;

    /// <summary>Number of cells of each component, by label.</summary>
    public ReadOnlySpan<int> CellCounts => _cellCounts;

    /// <summary>Hectares of each component, by label, summed over its cells in row-major order.</summary>
    /// <param name="areas">Area of each cell of the same frame.</param>
    public double[] Hectares(CellAreas areas)
    {
        var hectares = new double[Count + 1];
        var columnHectares = areas.ColumnHectares;
        for (var row = 0; row < Labels.Frame.Rows; row++)
        {
            var factor = areas.RowFactors[row];
            var labels = Labels.Row(row);
            for (var column = 0; column < labels.Length;)
            {
                // Most neighbours belong together: their sum goes on without a look at memory.
                var label = labels[column];
                var sum = hectares[label];
                for (; column < labels.Length && labels[column] == label; column++)
                    sum += factor * columnHectares[column];
                hectares[label] = sum;
            }
        }
        return hectares;
    }
}
