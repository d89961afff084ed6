using Geo.Engine.Grids;
using Geo.Engine.Grids.Surfaces;

namespace Geo.Engine.Scenarios.Explaining;

/// <summary>Keeps the cells of a study area only: less than half of a frame that is drawn around a coast.</summary>
internal sealed class CompactCells
{
    private readonly Grid<byte> _inside;
    private readonly int[] _rowStarts;
    private readonly CellAreas _areas;

    /// <summary>For the cells that are not 0 in <paramref name="inside"/>.</summary>
    public CompactCells(Grid<byte> inside, CellAreas areas)
    {
        (_inside, _areas) = (inside, areas);
        _rowStarts = new int[inside.Frame.Rows + 1];
        for (var row = 0; row < inside.Frame.Rows; row++)
            _rowStarts[row + 1] = _rowStarts[row] + CountInside(inside.Row(row));
    }

    /// <summary>The frame.</summary>
    public GridFrame Frame => _inside.Frame;

    /// <summary>Number of the district of a cell, 0 outside.</summary>
    public byte District(int row, int column) => _inside[row, column];

    /// <summary>The values of the cells inside, row-major.</summary>
    public T[] Gather<T>(Grid<T> grid)
        where T : unmanaged
    {
        var values = new T[_rowStarts[^1]];
        var next = 0;
        for (var row = 0; row < grid.Frame.Rows; row++)
        {
            var inside = _inside.Row(row);
            var source = grid.Row(row);
            for (var column = 0; column < source.Length; column++)
                if (inside[column] != 0)
                    values[next++] = source[column];
        }
        return values;
    }

    /// <summary>The same of a surface.</summary>
    public float[] Gather(Surface surface)
    {
        var values = new float[_rowStarts[^1]];
        var row = new float[surface.Frame.Columns];
        for (var (number, next) = (0, 0); number < surface.Frame.Rows; number++)
        {
            var inside = _inside.Row(number);
            if (!inside.ContainsAnyExcept((byte)0))
                continue;
            surface.Read(number, row);
            for (var column = 0; column < row.Length; column++)
                if (inside[column] != 0)
                    values[next++] = row[column];
        }
        return values;
    }

    /// <summary>Where the value of a cell stands in a gathered array; the cell must be inside.</summary>
    public int IndexOf(int row, int column) => _rowStarts[row] + CountInside(_inside.Row(row)[..column]);

    /// <summary>The cells of a polygon that are inside.</summary>
    public AreaCells Of(PolygonCells polygon)
    {
        var (indices, hectares) = (new List<int>(), new List<double>());
        var (lastRow, passed, index) = (-1, 0, 0);
        polygon.ForEach((row, column) =>
        {
            if (row != lastRow)
                (lastRow, passed, index) = (row, 0, _rowStarts[row]);
            index += CountInside(_inside.Row(row)[passed..column]);
            passed = column;
            if (_inside[row, column] == 0)
                return;
            indices.Add(index);
            hectares.Add(_areas[row, column]);
        });
        return new AreaCells(indices, hectares);
    }

    private static int CountInside(ReadOnlySpan<byte> cells) => cells.Length - cells.Count((byte)0);
}
