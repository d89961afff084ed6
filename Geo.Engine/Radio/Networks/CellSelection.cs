using Geo.Engine.Grids;

namespace Geo.Engine.Radio.Networks;

/// <summary>Some cells of a frame, numbered in the order in which they are given: those that count when sites are chosen.</summary>
public sealed class CellSelection
{
    private readonly Grid<int> _numbers;

    /// <summary>The cells at places of a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="places">Row x columns + column of each cell, each once.</param>
    public CellSelection(GridFrame frame, IReadOnlyList<int> places)
    {
        (_numbers, Places) = (new Grid<int>(frame), places);
        _numbers.Cells.Fill(-1);
        for (var number = 0; number < places.Count; number++)
            _numbers.Cells[places[number]] = number;
    }

    /// <summary>The frame.</summary>
    public GridFrame Frame => _numbers.Frame;

    /// <summary>Place of each cell in the frame.</summary>
    public IReadOnlyList<int> Places { get; }

    /// <summary>Centre of a cell.</summary>
    public (double X, double Y) Centre(int number)
    {
        var (row, column) = Math.DivRem(Places[number], Frame.Columns);
        return Frame.Centre(row, column);
    }

    /// <summary>Number of the cell at a place of the frame; -1 for none.</summary>
    internal int NumberAt(int row, int column) => _numbers[row, column];
}
