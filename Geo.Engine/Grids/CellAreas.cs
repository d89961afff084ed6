using Geo.Engine.Geodesy;

namespace Geo.Engine.Grids;

/// <summary>
/// Ground hectares of the cells of a frame: the area in the plane divided by the square of the point scale at the cell's centre.
/// Held as a factor per row and one per column, rows + columns numbers instead of rows x columns: Mercator's scale depends on the
/// row alone, that of a transverse Mercator zone on the column but for less than 1e-8 of the area over a province.
/// </summary>
public sealed class CellAreas
{
    private readonly double[] _rowFactors;
    private readonly double[] _columnHectares;

    private CellAreas(double[] rowFactors, double[] columnHectares)
    {
        _rowFactors = rowFactors;
        _columnHectares = columnHectares;
    }

    /// <summary>Dimensionless factor of each row; the middle row has 1.</summary>
    public ReadOnlySpan<double> RowFactors => _rowFactors;

    /// <summary>Ground hectares of the cell of each column in the middle row.</summary>
    public ReadOnlySpan<double> ColumnHectares => _columnHectares;

    /// <summary>Ground hectares of one cell.</summary>
    public double this[int row, int column] => _rowFactors[row] * _columnHectares[column];

    /// <summary>Areas on the ground, by the scale factors of the frame's projected system.</summary>
    public static CellAreas OnTheGround(GridFrame frame)
    {
        var (middleRow, middleColumn) = (frame.Rows / 2, frame.Columns / 2);
        var columns = new double[frame.Columns];
        for (var column = 0; column < columns.Length; column++)
            columns[column] = GroundHectares(frame, middleRow, column);
        var rows = new double[frame.Rows];
        for (var row = 0; row < rows.Length; row++)
            rows[row] = GroundHectares(frame, row, middleColumn) / columns[middleColumn];
        return new CellAreas(rows, columns);
    }

    /// <summary>Areas in the plane: every cell has the square of the cell size.</summary>
    public static CellAreas InThePlane(GridFrame frame)
    {
        var rows = new double[frame.Rows];
        var columns = new double[frame.Columns];
        Array.Fill(rows, 1);
        Array.Fill(columns, PlaneHectares(frame));
        return new CellAreas(rows, columns);
    }

    private static double GroundHectares(GridFrame frame, int row, int column)
    {
        var (x, y) = frame.Centre(row, column);
        var scale = GroundArea.ScaleFactor(frame.System, x, y);
        return PlaneHectares(frame) / (scale * scale);
    }

    private static double PlaneHectares(GridFrame frame) => frame.CellSizeMetres * frame.CellSizeMetres / 10_000;
}
