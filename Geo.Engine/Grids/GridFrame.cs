using Geo.Engine.Geodesy;

namespace Geo.Engine.Grids;

/// <summary>
/// The lattice that every grid of a run shares: square cells, north up, row 0 at the top, rows x columns. Cells are areas;
/// the frame is named by the corner of its top-left cell.
/// </summary>
/// <param name="System">A projected system, in metres. Only what is warped for others, and read nowhere again, may be in degrees, and its sizes with it.</param>
/// <param name="Left">Easting of the left edge, metres.</param>
/// <param name="Top">Northing of the top edge, metres.</param>
/// <param name="CellSizeMetres">Side of a cell, metres, greater than 0.</param>
/// <param name="Rows">Number of rows, at least 1.</param>
/// <param name="Columns">Number of columns, at least 1.</param>
public sealed record GridFrame(CoordinateSystem System, double Left, double Top, double CellSizeMetres, int Rows, int Columns)
{
    /// <summary>Number of cells.</summary>
    public long CellCount => (long)Rows * Columns;

    /// <summary>The outer edge of the frame, metres.</summary>
    public Extent Extent => new(Left, Top - (Rows * CellSizeMetres), Left + (Columns * CellSizeMetres), Top);

    /// <summary>Easting and northing of the centre of a cell; row and column may lie outside the frame.</summary>
    public (double X, double Y) Centre(int row, int column) =>
        (Left + ((column + 0.5) * CellSizeMetres), Top - ((row + 0.5) * CellSizeMetres));

    /// <summary>The cell that holds a position, or null outside; a position on an edge belongs to the cell right of or below it.</summary>
    public (int Row, int Column)? CellAt(double x, double y)
    {
        var column = Math.Floor((x - Left) / CellSizeMetres);
        var row = Math.Floor((Top - y) / CellSizeMetres);
        var inside = column >= 0 && column < Columns && row >= 0 && row < Rows;
        return inside ? ((int)row, (int)column) : null;
    }

    /// <summary>The frame grown by a halo, so that distances and neighbourhoods at the edge see what lies beyond it.</summary>
    public GridFrame WithHalo(int cells)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cells);
        var margin = cells * CellSizeMetres;
        return this with { Left = Left - margin, Top = Top + margin, Rows = Rows + (2 * cells), Columns = Columns + (2 * cells) };
    }
}
